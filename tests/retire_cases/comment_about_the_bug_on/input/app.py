import workarounds


def f(a):
    # Write it to the disk first: see https://bugs.example.org/1.
    # TODO: remove when it is fixed.
    if workarounds.enabled('fsync'):
        a.sync()
    a.close()
