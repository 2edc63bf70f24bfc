def convert(disk, wanted):
    disk.open()
    disk.flush()
    disk.probe()
    disk.wait()
    return disk.read()
