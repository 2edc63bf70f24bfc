from oslo_config import cfg

CONF = cfg.CONF


class Driver:
    def _flushes(self):
        return CONF.workarounds.fsync

    def convert(self, disk):
        if self._flushes():
            disk.flush()
        return disk.read()


def check(thing):
    return thing._flushes()
