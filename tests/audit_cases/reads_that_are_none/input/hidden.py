import workarounds


def by_a_parameter(workarounds):
    return workarounds.enabled('flush')


def by_a_local_name(x):
    workarounds = x
    return workarounds.enabled('flush')


def by_a_comprehension(y):
    return [workarounds.enabled('flush') for workarounds in y]


by_a_lambda = lambda workarounds: workarounds.enabled('flush')
