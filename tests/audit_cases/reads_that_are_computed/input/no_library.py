try:
    import workarounds
except ImportError:
    workarounds = None


def read():
    return workarounds.enabled('flush')
