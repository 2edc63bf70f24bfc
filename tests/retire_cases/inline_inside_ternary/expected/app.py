def convert(disk, wanted):
    if disk.raw:
        disk.open()
    return disk.read()
