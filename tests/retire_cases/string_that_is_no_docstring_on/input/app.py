import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        'a string'
        a.b()
    return a
