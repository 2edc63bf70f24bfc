def convert(disk):
    size = disk.measure()
    return disk.read(size)
