import workarounds


def is_on(name):
    return workarounds.enabled(name)
