import workarounds


def sort(disk):
    disks = workarounds.param('throttle', 'disks')
    disk.sort(disks)
    return disks


def is_slow(disk):
    return disk.name in workarounds.param('throttle', 'disks')


def names():
    return ','.join(sorted(workarounds.param('throttle', 'disks')))
