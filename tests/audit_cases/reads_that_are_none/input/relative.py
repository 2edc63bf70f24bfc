from . import workarounds


def read():
    return workarounds.enabled('flush')
