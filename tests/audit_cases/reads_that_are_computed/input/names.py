import workarounds
from functools import partial


def not_written_out(name, key, x, args):
    workarounds.enabled(name)
    workarounds.enabled(f'flush_{x}')
    workarounds.enabled(*args)
    workarounds.enabled(**args)
    workarounds.enabled()
    for each in args: workarounds.enabled(each)
    workarounds.param('flush', key)
    workarounds.param('flush')
    workarounds.param('flush', *args)


def passed_on(names):
    map(workarounds.enabled, names)
    partial(workarounds.enabled, 'flush')
    partial(workarounds.enabled, 'flush', conf=workarounds.enabled('flush'))
    [workarounds.enabled]


def default(on=workarounds.enabled):
    pass
