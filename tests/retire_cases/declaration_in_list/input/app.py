import workarounds


def convert(disk):
    if workarounds.enabled('flush_before_read'):
        disk.flush()
    return disk.read()
