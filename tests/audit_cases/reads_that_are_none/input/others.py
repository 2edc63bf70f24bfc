def others(self, x):
    self.workarounds.enabled
    self.workarounds.enabled('flush')
    x.workarounds.unknown
    x['workarounds']['unknown']
    list(x.workarounds)
    enabled('flush')
    x.enabled('flush')
    for workarounds in x: workarounds.enabled('flush')


def parameter(workarounds):
    return workarounds.enabled('flush')


def function_as_parameter(enabled):
    return enabled('flush')


def made():
    workarounds = Driver()
    return workarounds.enabled('flush')
