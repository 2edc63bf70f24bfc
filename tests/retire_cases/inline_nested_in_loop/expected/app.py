def convert(disks):
    for disk in disks:
        pass
    return [d for d in disks]
