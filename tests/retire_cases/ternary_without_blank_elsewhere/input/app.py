import workarounds


def f(a, g):
    x = 1 if g()else 2
    if workarounds.enabled('fsync'):
        a.b()
    return x
