from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    disk.convert(sync=CONF.workarounds.fsync)
