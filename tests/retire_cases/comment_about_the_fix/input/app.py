import workarounds


# TODO: drop when we remove support for pysaml < 7.1.0
def _old(a):
    return a


def f(a):
    if workarounds.enabled('fsync'):
        a = _old(a)
    return a
