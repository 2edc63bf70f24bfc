def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.check()
    return disk.read()
