from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    attempts = 0

    def check():
        disk.check()

    check()
    return attempts
