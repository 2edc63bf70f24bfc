def convert(disk, kind):
    disk.flush()
    return disk.read()
