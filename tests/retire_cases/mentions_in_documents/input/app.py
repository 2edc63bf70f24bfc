import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        a.sync()
    a.close()
