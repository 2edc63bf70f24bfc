def convert(disk):
    if disk.raw:
        return disk.a
    else:
        return disk.b
