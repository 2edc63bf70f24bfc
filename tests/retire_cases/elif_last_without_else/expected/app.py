def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    return disk.read()
