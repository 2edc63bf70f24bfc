from oslo_config import cfg

import workarounds

CONF = cfg.CONF


_FLUSHES = workarounds.enabled('nosync')
_KINDS = CONF.workarounds.disable_sync
if _FLUSHES:
    print('flushes')
if _KINDS:
    print('kinds')


def convert(disk):
    return 1 if _FLUSHES else 2


def kinds(disk, key=lambda: 1 if _KINDS else 2):
    return key()


DEFAULT = CONF.workarounds.disable_sync
if print:
    SOMETIMES = workarounds.enabled('nosync')


def change(value):
    global DEFAULT
    DEFAULT = value
    if DEFAULT:
        print(value)
