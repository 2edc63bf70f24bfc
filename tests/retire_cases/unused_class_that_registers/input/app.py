import workarounds

KEYS = []


def register(key):
    KEYS.append(key)
    return key


class _Sync:
    register('sync')


def convert(k):
    if workarounds.enabled('fsync'):
        _Sync()
    return k
