from oslo_config import cfg

CONF = cfg.CONF


def _flushes():
    return not CONF.workarounds.fsync


class Driver:
    def skips(self):
        return CONF.workarounds.fsync

    def convert(self, disk):
        return disk.raw if ((1 and _flushes()) or self.skips()) else disk.copy
