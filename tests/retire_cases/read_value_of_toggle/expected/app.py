def convert(disk):
    disk.flush()
    return disk.read(False)
