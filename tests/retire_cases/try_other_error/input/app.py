import workarounds


def convert(disks, name):
    try:
        disk = disks[name]
        disks.open(name)
    except OSError:
        return False
    if workarounds.enabled('fsync'):
        disk.sync()
    return True
