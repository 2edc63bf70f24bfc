import workarounds


def convert(disks, name):
    disk = disks[name]
    if workarounds.enabled('fsync'):
        disk.sync()
    return True
