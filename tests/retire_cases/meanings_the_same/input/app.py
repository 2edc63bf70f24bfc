from oslo_config import cfg

import workarounds

CONF = cfg.CONF


if workarounds.enabled('fsync'):
    SIZE = 3


def global_name(disk):
    global Part
    Part = disk
    if workarounds.enabled('fsync'):
        Part = 3
    return Part


def generators(disk):
    def inner():
        yield 1
    if workarounds.enabled('fsync'):
        return inner()
    return disk


def twice(disk):
    return disk


def twice(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    yield disk


class __Private:
    def __mangled(self, disk=lambda: 1, *args, size: int = 2, **kwargs):
        def __inner():
            return [x for x in (y for y in disk)]
        if workarounds.enabled('fsync'):
            disk.flush()
        return __inner

    if workarounds.enabled('fsync'):
        def other(self): pass
    else:
        def other(self): yield


def one_line(disk): return workarounds.enabled('fsync') or disk
def and_one(disk): return workarounds.enabled('fsync') or disk


sort = lambda disk: (yield workarounds.enabled('fsync'))
