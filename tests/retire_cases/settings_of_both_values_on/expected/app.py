def convert(disk):
    disk.sync()
    return disk
