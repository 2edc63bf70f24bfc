import workarounds


def convert(disks):
    for disk in disks:
        disk.open()
        if not workarounds.enabled('fsync'):
            break
        disk.flush()
    else:
        return None
    return disk.read()
