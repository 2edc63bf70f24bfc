import workarounds


def convert(disk, a):
    if workarounds.enabled('fsync')or a:
        disk.flush()
    return disk.read()
