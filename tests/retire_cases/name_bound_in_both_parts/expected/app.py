def convert(disk):
    size = disk.size
    return disk.read(size)
