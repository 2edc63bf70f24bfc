import workarounds


def f(a):
    return f'{workarounds.enabled("fsync")=}'
