def convert(disks):
    disks.pop()
    return 2
