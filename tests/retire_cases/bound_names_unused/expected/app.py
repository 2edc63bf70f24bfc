def convert(disk):
    if disk.measure():
        disk.open()
    with disk.opened():
        disk.check()
    return disk.read()
