def convert(disk):
    disk.open()
    disk.probe()
    return disk.read()
