import workarounds


def convert(disk, names):
    if workarounds.enabled('flush'):
        disk.flush()
    return [*map(workarounds.enabled, names)]
