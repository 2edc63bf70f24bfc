import workarounds


def read(disk, kind):
    x = y = z = 0
    match kind:
        case x if workarounds.enabled('fsync'):
            disk.flush()
        case [1, *y] if workarounds.enabled('fsync'):
            disk.flush()
        case {'a': 1, **z} if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read(x, y, z)


def read_inside(disk, kind):
    match kind:
        case a if workarounds.enabled('fsync'):
            disk.flush()
    return lambda: a


def unread(disk, kind):
    match kind:
        case x if workarounds.enabled('fsync'):
            disk.flush(x)
        case disk.Kind(size=y) if workarounds.enabled('fsync'):
            disk.flush(y)
    return disk.read()


match print:
    case other if workarounds.enabled('fsync'):
        print('flushes')


def of_module(disk):
    return disk.read(other)
