def convert(disk):
    disk.flush()
    disk.open()
    return disk.read()
