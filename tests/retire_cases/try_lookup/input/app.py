import workarounds


def convert(disks, name):
    try:
        disk = disks[name]
    except KeyError:
        return False
    if workarounds.enabled('fsync'):
        disk.sync()
    return True
