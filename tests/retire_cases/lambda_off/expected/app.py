def convert(disks):
    key = lambda disk: disk.b
    return sorted(disks, key=key)
