import workarounds


def f(x):
    x |= workarounds.enabled('fsync')
    x = x or workarounds.enabled('fsync')
    return x
