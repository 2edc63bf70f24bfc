import workarounds


def convert(disks, name):
    try:
        disk = disks[name]
        disks.open(disks.default.path)
    except (OSError, KeyError):
        return False
    if workarounds.enabled('fsync'):
        disk.sync(disks.default)
    return True
