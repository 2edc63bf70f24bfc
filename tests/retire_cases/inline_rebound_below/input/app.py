import workarounds


def _is_on():
    return workarounds.enabled('fsync')


if workarounds.enabled('nosync'):
    _is_on = bool


def convert():
    if _is_on():
        return 1
    return 2
