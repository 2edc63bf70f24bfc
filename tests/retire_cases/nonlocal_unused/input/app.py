from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    attempts = 0

    def check():
        nonlocal attempts
        if CONF.workarounds.disable_sync:
            attempts += 1
        disk.check()

    check()
    return attempts
