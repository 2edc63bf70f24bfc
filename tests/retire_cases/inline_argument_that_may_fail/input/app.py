import workarounds


def _is_on(disk):
    return workarounds.enabled('fsync')


def convert(disks, name):
    try:
        if _is_on(disks[name]):
            return 1
    except KeyError:
        return 3
    return 2
