import workarounds


def convert(disk):
    if workarounds.enabled('flush'):
        disk.flush()
    return disk.read()
