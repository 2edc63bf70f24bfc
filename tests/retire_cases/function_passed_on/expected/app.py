import workarounds


def convert(names):
    return any(map(workarounds.enabled, names))
