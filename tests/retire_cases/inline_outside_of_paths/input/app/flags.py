from oslo_config import cfg

CONF = cfg.CONF


def flushes():
    return CONF.workarounds.fsync


def main():
    if flushes():
        return 1
    return 0


def entry():
    return CONF.workarounds.fsync


def run():
    return entry()


def _checks():
    return CONF.workarounds.fsync


def check(disk):
    return disk.check(_checks())
