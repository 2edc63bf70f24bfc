import workarounds

KEYS = []


def register(key):
    KEYS.append(key)
    return key


def _sync(key=register('sync')):
    return key


def convert(k):
    if workarounds.enabled('fsync'):
        _sync()
    return k
