import workarounds


def f(x):
    return x > 3 or workarounds.enabled('fsync')
