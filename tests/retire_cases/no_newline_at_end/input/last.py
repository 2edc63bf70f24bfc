import workarounds


def convert(disk):
    disk.open()
    if workarounds.enabled('fsync'):
        disk.flush()