def convert(disk, tries):
    disk.open()
    disk.probe()
    return disk.read()
