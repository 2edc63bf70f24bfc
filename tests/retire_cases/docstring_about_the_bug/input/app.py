import workarounds


def f(a):
    """Copy a.

    It is synced first, because of https://bugs.example.org/1.
    """
    if workarounds.enabled('fsync'):
        a.sync()
    a.close()
