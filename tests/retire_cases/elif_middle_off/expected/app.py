def convert(disk, kind):
    if kind == 'raw':
        disk.open()
    elif kind == 'qcow2':
        disk.check()
    else:
        disk.close()
    return disk.read()
