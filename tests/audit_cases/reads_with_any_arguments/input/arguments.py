import workarounds

KEY = 'delay'


def keyword():
    return workarounds.enabled(name='flush')


def further_arguments(conf):
    return workarounds.enabled('flush', conf=conf)


def further_positions(conf):
    return workarounds.enabled('flush', conf)


def joined():
    return workarounds.enabled('fl' 'ush')


def value():
    return workarounds.value('flush')


def param():
    return workarounds.param('flush', 'delay')


def param_by_a_constant(conf):
    return workarounds.param('flush', KEY, conf=conf)


def param_by_keywords():
    return workarounds.param(key='delay', name='flush')


def param_of_another_key():
    return workarounds.param('flush', 'dealy')
