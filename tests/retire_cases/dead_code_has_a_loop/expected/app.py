def convert(disks):
    total = 0
    for disk in disks:
        if disk.raw:
            raise ValueError(disk)
        total += disk.size
    return total
