import functools

import workarounds


@functools.singledispatch
def convert(disk):
    disk.flush()


@convert.register(int)
def _(disk):
    if workarounds.enabled('fsync'):
        print(disk)
