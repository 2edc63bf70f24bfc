import workarounds


def _is_on():
    return workarounds.enabled('fsync')


def __getattr__(name):
    return globals()['_is_' + name]


def convert():
    if _is_on():
        return 1
    return 2
