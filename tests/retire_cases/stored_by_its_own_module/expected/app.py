import sys

_KEY = False
_ITEM = False
_TEXT = False
_SET = False


def convert(disk):
    if _KEY:
        disk.flush(1)
    if _ITEM:
        disk.flush(2)
    if _TEXT:
        disk.flush(3)
    if _SET:
        disk.flush(4)


def always(disk):
    globals()['_KEY'] = disk.key
    sys.modules[__name__].__dict__['_ITEM'] = disk.item
    exec('_TEXT = True')
    setattr(sys.modules[__name__], '_SET', disk.set)
