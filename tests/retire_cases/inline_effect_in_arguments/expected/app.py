def convert(disk):
    disk.measure()
    return disk.read()
