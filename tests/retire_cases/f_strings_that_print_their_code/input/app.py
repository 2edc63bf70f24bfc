import workarounds


def f(a):
    a.log(f'{workarounds.enabled("fsync") = }')
    a.log(f'{workarounds.enabled("fsync")}')
    a.log(f'{a if workarounds.enabled("fsync") else 3=}')
