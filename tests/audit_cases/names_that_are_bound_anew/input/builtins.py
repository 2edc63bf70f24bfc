import workarounds
from x import *


def len_is_not_imported():
    return workarounds.enabled(len)


def getattr(x, y):
    pass


def my_own():
    return getattr(CONF.workarounds, 'flush_images')
