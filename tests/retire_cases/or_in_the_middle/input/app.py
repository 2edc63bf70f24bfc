import workarounds


def f(a, b):
    x = a or workarounds.enabled('fsync') or b
    return a or workarounds.enabled('fsync') or b
