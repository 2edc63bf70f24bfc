import workarounds


def convert(disk, names):
    return [*map(workarounds.enabled, names)]
