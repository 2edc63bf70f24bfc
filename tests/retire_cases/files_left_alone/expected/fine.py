def convert(disk, a, b):
    a = b
    return disk.read(a)
