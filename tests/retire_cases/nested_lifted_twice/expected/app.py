def convert(disk):
    disk.open()
    disk.flush()
    disk.close()
    return disk.read()
