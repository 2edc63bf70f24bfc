def convert(disk, wanted):
    if wanted:
        disk.probe()
    disk.probe()
    return disk.read()
