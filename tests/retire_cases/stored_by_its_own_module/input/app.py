import sys

import workarounds

_KEY = workarounds.enabled('fsync')
_ITEM = workarounds.enabled('fsync')
_TEXT = workarounds.enabled('fsync')
_SET = workarounds.enabled('fsync')
_OTHER = workarounds.enabled('fsync')


def convert(disk):
    if _KEY:
        disk.flush(1)
    if _ITEM:
        disk.flush(2)
    if _TEXT:
        disk.flush(3)
    if _SET:
        disk.flush(4)
    if _OTHER:
        disk.flush(5)


def always(disk):
    globals()['_KEY'] = disk.key
    sys.modules[__name__].__dict__['_ITEM'] = disk.item
    exec('_TEXT = True')
    setattr(sys.modules[__name__], '_SET', disk.set)
