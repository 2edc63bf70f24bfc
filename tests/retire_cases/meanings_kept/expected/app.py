from oslo_config import cfg

CONF = cfg.CONF


def imported(disk):
    if CONF.workarounds.fsync:
        import json
    return json


def looped(disk):
    if CONF.workarounds.fsync:
        for part in disk.parts:
            part.flush()
    return lambda: part


def global_name(disk):
    if CONF.workarounds.fsync:
        global Size
    Size = disk.size
    disk.read()


def outer(disk):
    size = 0

    def inner():
        if CONF.workarounds.fsync:
            nonlocal size
        size = 3
        return size

    return inner(), size


name = 'name'


class Disk:
    if CONF.workarounds.fsync:
        name = 'disk'
    title = name


class Driver:
    def parts(self):
        if CONF.workarounds.fsync:
            yield self

    def fine(self):
        return self.read()


async def parts(disk):
    if CONF.workarounds.fsync:
        yield disk
    return


@print
@print
def decorated(disk):
    def inner():
        if CONF.workarounds.fsync:
            yield from disk
        return 3
    return inner


def fine(disk):
    return disk.read()
