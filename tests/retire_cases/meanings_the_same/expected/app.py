from oslo_config import cfg

CONF = cfg.CONF


def global_name(disk):
    global Part
    Part = disk
    return Part


def generators(disk):
    return disk


def twice(disk):
    return disk


def twice(disk):
    yield disk


class __Private:
    def __mangled(self, disk=lambda: 1, *args, size: int = 2, **kwargs):
        def __inner():
            return [x for x in (y for y in disk)]
        return __inner

    def other(self): yield


def one_line(disk): return disk
def and_one(disk): return disk


sort = lambda disk: (yield False)
