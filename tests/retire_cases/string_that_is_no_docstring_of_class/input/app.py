import workarounds


class A:
    if workarounds.enabled('fsync'):
        a = 1
    'not a docstring'
