def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.flush()
    return disk.read()
