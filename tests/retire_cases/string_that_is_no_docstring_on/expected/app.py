def f(a):
    a.b()
    return a
