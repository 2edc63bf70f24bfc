import workarounds


def f(x, sync=workarounds.enabled('fsync'), *, key=lambda: workarounds.enabled('fsync')):
    return x if sync else key()
