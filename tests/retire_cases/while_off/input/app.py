import workarounds


def convert(disk, tries):
    while workarounds.enabled('fsync'):
        disk.flush()
    while tries and workarounds.enabled('fsync'):
        disk.flush()
        tries -= 1
    while workarounds.enabled('fsync'):
        disk.flush()
        if disk.raw:
            break
    else:
        disk.open()
    while disk.probe() and workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
