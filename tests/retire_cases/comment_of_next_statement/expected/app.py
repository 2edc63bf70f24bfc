def f(a):
    a.flush()
    # The end.
    a.close()
