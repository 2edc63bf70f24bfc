import workarounds


# Helper of the workaround fsync.
def _sync(a):
    a.sync()


def f(a):
    if workarounds.enabled('fsync'):
        _sync(a)
    a.close()
