from oslo_config import cfg

CONF = cfg.ConfigOpts()
CONF.register_opts([cfg.BoolOpt('fsync', default=True)], group='workarounds')
group = CONF.workarounds


class Peer:
    conf = CONF

    def __init__(self):
        self.conf = cfg.ConfigOpts()

    def write(self, disk):
        if self.conf.workarounds.fsync:
            disk.flush(1)


def copy(disk, path):
    conf = cfg.ConfigOpts()
    conf.register_opts([cfg.BoolOpt('fsync')], group='workarounds')
    conf(['--config-file', path])
    if conf.workarounds.fsync:
        disk.flush(2)
    if cfg.CONF.workarounds.fsync:
        disk.flush(3)
