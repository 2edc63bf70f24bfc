from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    return [
        True,
        True,
        False,
        True,
        False,
        False,
        False,
        True,
        False,
        False,
        # Nobody knows these.
        True == a,
        True < 1,
        True == False == a,
        True in b,
        a in (1, False),
    ]
