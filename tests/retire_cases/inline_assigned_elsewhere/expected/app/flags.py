from oslo_config import cfg

CONF = cfg.CONF


def flushes():
    return False


def checks():
    return False


def waits():
    return False
