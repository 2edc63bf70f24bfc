import workarounds


def is_on():
    return workarounds.enabled('fsync')
