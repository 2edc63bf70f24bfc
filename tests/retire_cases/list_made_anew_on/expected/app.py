def sort(disk):
    disks = ['a', 'b']
    disk.sort(disks)
    return disks


def is_slow(disk):
    return disk.name in ['a', 'b']


def names():
    return ','.join(sorted(['a', 'b']))
