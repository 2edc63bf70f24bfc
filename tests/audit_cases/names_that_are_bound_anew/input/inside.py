import workarounds


def by_an_inner_function(x):
    n = 'flush'

    def rebind():
        nonlocal n
        n = x

    return workarounds.enabled(n)
