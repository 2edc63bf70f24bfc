def f(a):
    return a


def g(a):
    b"""bytes"""
    return a


def h(a):
    pass
