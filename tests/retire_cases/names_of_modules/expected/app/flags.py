from oslo_config import cfg

CONF = cfg.CONF


print('kinds')


def convert(disk):
    return 2


def kinds(disk, key=lambda: 1):
    return key()


DEFAULT = True
if print:
    SOMETIMES = False


def change(value):
    global DEFAULT
    DEFAULT = value
    if DEFAULT:
        print(value)
