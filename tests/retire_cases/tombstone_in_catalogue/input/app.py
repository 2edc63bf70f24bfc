import workarounds


def convert(disk):
    if workarounds.enabled('gone'):
        disk.flush()
    return disk.read()
