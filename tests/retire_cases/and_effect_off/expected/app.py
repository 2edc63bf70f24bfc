def convert(disk):
    disk.probe()
    return disk.read()
