def convert(disk):
    on = False
    assert on, disk
    return disk
