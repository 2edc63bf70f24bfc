def convert(disk, kind):
    if kind == 'raw':
        pass
    elif kind == 'qcow2':
        disk.check()
    else:
        disk.close()
    return disk.read()
