def convert(disk):
    return disk.b