def read(disk, kind):
    x = y = z = 0
    match kind:
        case x if False:
            disk.flush()
        case [1, *y] if False:
            disk.flush()
        case {'a': 1, **z} if False:
            disk.flush()
    return disk.read(x, y, z)


def read_inside(disk, kind):
    match kind:
        case a if False:
            disk.flush()
    return lambda: a


def unread(disk, kind):
    match kind:
        case disk.Kind(size=y) if False:
            disk.flush(y)
    return disk.read()


match print:
    case other if False:
        print('flushes')


def of_module(disk):
    return disk.read(other)
