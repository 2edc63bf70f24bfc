from oslo_config import cfg

CONF = cfg.CONF


def flushes():
    return CONF.workarounds.fsync


def checks():
    return CONF.workarounds.fsync


def waits():
    return CONF.workarounds.fsync
