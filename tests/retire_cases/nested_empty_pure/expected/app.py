def convert(disk, kind):
    disk.open()
    return disk.read()
