import workarounds


def f(is_fast, a):
    if not (is_fast() or workarounds.enabled('fsync')):
        a.sync()
    return a
