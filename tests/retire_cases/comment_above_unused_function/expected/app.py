def f(a):
    a.close()
