import workarounds


def f(a):
    # First the disk is prepared, then closed.
    if workarounds.enabled('fsync'):
        a.sync()
    a.flush()
    # The end.
    a.close()
