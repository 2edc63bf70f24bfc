import functools


@functools.singledispatch
def convert(disk):
    disk.flush()


@convert.register(int)
def _(disk):
    pass
