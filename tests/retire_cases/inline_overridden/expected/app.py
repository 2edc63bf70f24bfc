from oslo_config import cfg

CONF = cfg.CONF


class Driver:
    def _flushes(self):
        return False

    def convert(self, disk):
        if self._flushes():
            disk.flush()
        return disk.read()


class Other(Driver):
    def _flushes(self):
        return True
