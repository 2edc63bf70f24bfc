def f(is_fast, a):
    is_fast()
    return a
