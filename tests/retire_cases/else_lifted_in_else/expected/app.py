def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    else:
        disk.check()
        disk.close()
    return disk.read()
