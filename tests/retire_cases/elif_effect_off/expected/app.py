def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.probe()
        disk.close()
    return disk.read()
