import workarounds


def _is_on():
    return workarounds.enabled('fsync')


def convert():
    return 1 if _is_on() else 2
