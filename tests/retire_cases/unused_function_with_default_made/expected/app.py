KEYS = []


def register(key):
    KEYS.append(key)
    return key


def _sync(key=register('sync')):
    return key


def convert(k):
    return k
