import workarounds
from workarounds import enabled


def assigned(x):
    n = 'flush'
    n = x
    return workarounds.enabled(n)


def another_text():
    n = 'flush'
    n = 'announce_self'
    return workarounds.enabled(n)


def annotated(x):
    n = 'flush'
    n: str = x
    return workarounds.enabled(n)


def augmented():
    n = 'flush'
    n += '_x'
    return workarounds.enabled(n)


def deleted():
    n = 'flush'
    del n
    return workarounds.enabled(n)


def in_a_condition(x):
    n = 'flush'
    if (n := x):
        return workarounds.enabled(n)


def in_a_comprehension(x):
    n = 'flush'
    y = [z for z in x if (n := z)]
    return workarounds.enabled(n)


def in_an_assigned_condition(x):
    n = 'flush'
    y = (z := (n := x))
    return workarounds.enabled(n)


def in_a_tuple(x):
    n = 'flush'
    n, y = x
    return workarounds.enabled(n)


def in_a_tuple_with_a_star():
    n = 'flush'
    y, *n = 1, 2
    return workarounds.enabled(n)


def in_a_tuple_with_others(x, y):
    n = 'flush'
    x.y, y[0], n = x
    return workarounds.enabled(n)


def in_a_loop(x):
    n = 'flush'
    for n, y in x: workarounds.enabled(n)


def in_a_block(x):
    n = 'flush'
    with x as n: workarounds.enabled(n)


def in_a_handler():
    n = 'flush'
    try: pass
    except ValueError as n: workarounds.enabled(n)


def in_a_pattern(x):
    n = 'flush'
    match x:
        case [n, *_]: workarounds.enabled(n)


def in_a_pattern_of_the_rest(x):
    n = 'flush'
    match x:
        case [_, *n]: workarounds.enabled(n)


def in_a_pattern_of_a_mapping(x):
    n = 'flush'
    match x:
        case {'k': 1, **n}: workarounds.enabled(n)


def in_a_pattern_of_a_class(x):
    n = 'flush'
    match x:
        case dict(y=1) as n: workarounds.enabled(n)


def function():
    n = 'flush'
    def n(): pass
    return workarounds.enabled(n)


def function_with_a_decorator(x):
    n = 'flush'
    @x
    async def n(): pass
    return workarounds.enabled(n)


def class_():
    n = 'flush'
    class n: pass
    return workarounds.enabled(n)


def imported():
    n = 'flush'
    import n.x
    return workarounds.enabled(n)


def imported_from():
    n = 'flush'
    from x import y as n
    return workarounds.enabled(n)


def in_a_default(x):
    n = 'flush'
    def f(y=(n := x)): pass
    return workarounds.enabled(n)


def parameter(n='flush'):
    return workarounds.enabled(n)


def parameters(a, /, b, *c, d, **e):
    a, b, c, d, e = 'flush', 'flush', 'flush', 'flush', 'flush'
    for n in a: workarounds.enabled(a)
    return [
        workarounds.enabled(b),
        workarounds.enabled(c),
        workarounds.enabled(d),
        workarounds.enabled(e),
    ]


def by_itself():
    n = n
    return workarounds.enabled(n)


def by_each_other():
    m = n
    n = m
    return workarounds.enabled(n)


def or_(y):
    n = y or 'flush'
    return workarounds.enabled(n)


def awaited(x):
    n = 'flush'
    n = x and (y := x)
    return workarounds.enabled(n)


def none():
    return workarounds.enabled(None)


def number():
    return workarounds.enabled(1)
