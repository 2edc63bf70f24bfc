from oslo_config import cfg

CONF = cfg.CONF


def f(a):
    if CONF.workarounds.fsync:
        a.sync()
    return a
