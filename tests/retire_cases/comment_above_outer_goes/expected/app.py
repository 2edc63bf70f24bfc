def convert(disk, wanted):
    disk.open()
    return disk.read()
