import workarounds

n = 'flush'


def annotated():
    n = 'flush'
    n: str
    return workarounds.enabled(n)


def stored_in_it(x):
    n = 'flush'
    n.x = x
    n[0] = x
    return workarounds.enabled(n)


def bound_in_a_comprehension(x):
    n = 'flush'
    y = [n for n in x]
    return workarounds.enabled(n)


def parameter_of_a_lambda():
    n = 'flush'
    y = lambda n, *m: n
    return workarounds.enabled(n)


def variable_of_a_function(x):
    n = 'flush'

    def f(n=x):
        n = x

    return workarounds.enabled(n)


class Attribute:
    n = 'announce_self'

    def hidden_from_methods(self):
        return workarounds.enabled(n)

    at_import = workarounds.enabled(n)


def one_meaning_twice(x):
    if x:
        n = 'flush'
    else:
        n = 'flush'
    return workarounds.enabled(n)
