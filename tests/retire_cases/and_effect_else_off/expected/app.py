def convert(disk):
    disk.probe()
    disk.close()
    return disk.read()
