def f(x, sync=False, *, key=lambda: False):
    return x if sync else key()
