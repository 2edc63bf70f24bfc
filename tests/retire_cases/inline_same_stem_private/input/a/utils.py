import workarounds


def _is_on():
    return workarounds.enabled('fsync')
