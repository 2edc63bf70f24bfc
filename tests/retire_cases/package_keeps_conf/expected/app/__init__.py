from oslo_config import cfg

CONF = cfg.CONF


def f(a):
    return a
