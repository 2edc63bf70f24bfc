import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        a.sync()
    # See https://bugs.example.org/1
    a.close()


# https://bugs.example.org/1 again, far from it.
LIMIT = 3
