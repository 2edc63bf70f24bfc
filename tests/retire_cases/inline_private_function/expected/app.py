def convert(disk):
    if disk.raw:
        disk.open()
    return disk.read()
