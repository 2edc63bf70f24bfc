import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        a.b()
    'a string'
    return a
