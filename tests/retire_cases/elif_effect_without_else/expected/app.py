def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.probe()
    return disk.read()
