LIMIT = 3


def f(a):
    a.close()
