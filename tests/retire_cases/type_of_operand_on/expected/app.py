def f(last, a):
    if last:
        a.sync()
    return a
