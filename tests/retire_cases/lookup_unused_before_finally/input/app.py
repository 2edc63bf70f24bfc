import workarounds


def convert(disks, name):
    try:
        size = disks[name].size
        disks.open(name)
        if workarounds.enabled('fsync'):
            disks.sync(size)
    finally:
        disks.close()
