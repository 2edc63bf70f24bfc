import workarounds


def _raw():
    return 1


def convert(k):
    if workarounds.enabled('fsync'):
        _raw()
    return k
