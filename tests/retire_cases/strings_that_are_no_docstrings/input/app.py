import workarounds


def f(a):
    if workarounds.enabled('fsync'):
        a.b()
    ('a' 'b')
    return a


def g(a):
    if workarounds.enabled('fsync'): a.b()
    """Already
    a string."""
    b"""bytes"""
    return a


def h(a):
    if workarounds.enabled('fsync'):
        a.b()
    'one'
    'two'
