def f(last, fast, a):
    if last:
        a.sync()
    return a
