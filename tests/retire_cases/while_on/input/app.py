import workarounds


def convert(disk, tries):
    while not workarounds.enabled('fsync'):
        disk.wait()
    while tries and workarounds.enabled('fsync'):
        disk.flush()
        tries -= 1
    while workarounds.enabled('fsync'):
        disk.flush()
        if disk.probe():
            break
    return disk.read()
