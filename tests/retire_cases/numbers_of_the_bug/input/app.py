import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        a = a.sync()
    # Bug #1350766: this comes after.
    return a


def g():
    """Do it (LP: #1350766)."""
    # Related-Bug: 1350766
