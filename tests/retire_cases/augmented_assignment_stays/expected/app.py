def f(x):
    x |= False
    x = x or False
    return x
