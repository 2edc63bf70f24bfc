import workarounds


def convert(disks):
    key = lambda disk: disk.a if workarounds.enabled('fsync') else disk.b
    return sorted(disks, key=key)
