import workarounds


def convert(disk, parts):
    slow = [part for part in parts if workarounds.enabled('fsync')]
    for part in slow:
        part.sync()
    late = [part for part in (1, disk) if workarounds.enabled('fsync')]
    for part in late:
        part.sync()
    return disk.read()
