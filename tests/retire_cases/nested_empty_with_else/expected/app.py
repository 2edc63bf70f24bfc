def convert(disk, wanted):
    if not wanted:
        disk.close()
    if disk.probe():
        disk.check()
    return disk.read()
