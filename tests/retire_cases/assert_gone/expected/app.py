def convert(disk, wanted):
    assert wanted, disk.name
    return disk.read()
