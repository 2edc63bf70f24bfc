def convert(disk):
    return disk
