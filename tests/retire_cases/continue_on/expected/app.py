def convert(disks):
    for disk in disks:
        if disk.old:
            continue
        disk.flush()
    return len(disks)
