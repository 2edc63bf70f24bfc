import workarounds


def f(last, fast, a):
    if last and (fast or workarounds.enabled('fsync')):
        a.sync()
    return a
