def f(a, b):
    x = a or b
    return a or b
