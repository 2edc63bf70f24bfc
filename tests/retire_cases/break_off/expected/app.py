def convert(disks):
    for disk in disks:
        disk.open()
        break
    else:
        return None
    return disk.read()
