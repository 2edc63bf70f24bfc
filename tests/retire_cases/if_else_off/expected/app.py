def convert(disk):
    disk.open()
    if disk.raw:
        disk.check()
    return disk.read()
