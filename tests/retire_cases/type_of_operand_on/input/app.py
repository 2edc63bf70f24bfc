import workarounds


def f(last, a):
    if last and (isinstance(a, int) or workarounds.enabled('fsync')):
        a.sync()
    return a
