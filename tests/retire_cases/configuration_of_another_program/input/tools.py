from oslo_config import cfg

import workarounds


def convert(disk):
    conf = cfg.ConfigOpts()
    workarounds.register_opts(conf)
    if conf.workarounds.fsync:
        disk.flush(1)
