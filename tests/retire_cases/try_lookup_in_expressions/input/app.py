import workarounds


def convert(disks, name):
    try:
        size = disks[name] if workarounds.enabled('fsync') else 3
        raw = [d for d in disks if disks[d] and workarounds.enabled('fsync')]
    except KeyError:
        return False
    return size, raw
