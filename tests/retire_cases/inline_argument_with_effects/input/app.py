import workarounds


def _is_on(disk):
    return workarounds.enabled('fsync')


def convert(disks):
    if _is_on(disks.pop()):
        return 1
    return 2
