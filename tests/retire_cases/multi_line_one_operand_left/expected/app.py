def convert(disk):
    if disk.raw:
        disk.flush()
    return disk.read()
