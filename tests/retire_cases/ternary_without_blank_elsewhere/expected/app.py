def f(a, g):
    x = 1 if g()else 2
    return x
