import workarounds


def _handle_raw():
    return 1


def convert(k):
    if workarounds.enabled('fsync'):
        _handle_raw()
    return globals()['_handle_' + k]()
