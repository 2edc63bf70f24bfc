def convert(disk):
    return disk.a
