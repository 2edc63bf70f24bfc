import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.open()
        if workarounds.enabled('fsync'):
            disk.flush()
            disk.close()
    return disk.read()
