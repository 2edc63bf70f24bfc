def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.close()
    return disk.read()
