import workarounds

__all__ = ('_LIMIT',)
_LIMIT = 3


def convert(k):
    if workarounds.enabled('fsync'):
        k.sync(_LIMIT)
    return k
