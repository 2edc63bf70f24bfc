import workarounds


def f(x, y):
    return x and workarounds.enabled('fsync') and y
