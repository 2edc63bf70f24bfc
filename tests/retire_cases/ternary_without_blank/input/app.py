import workarounds


def f(a):
    return 1 if workarounds.enabled('fsync')else 2
