def convert(disk):
    return disk.read()
