import workarounds


def copy(disk):
    if workarounds.enabled('slow'):
        disk.wait()
    return disk
