import functools

import workarounds


@functools.cache
def _is_on():
    return workarounds.enabled('fsync')


def convert():
    if _is_on():
        return 1
    return 2


def reset():
    _is_on.cache_clear()
