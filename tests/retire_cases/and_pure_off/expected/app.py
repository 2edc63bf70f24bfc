def convert(disk, kinds_wanted):
    disk.close()
    return disk.read()
