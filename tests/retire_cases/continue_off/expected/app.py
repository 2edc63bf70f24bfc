def convert(disks):
    for disk in disks:
        disk.open()
    return len(disks)
