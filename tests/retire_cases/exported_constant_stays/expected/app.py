__all__ = ('_LIMIT',)
_LIMIT = 3


def convert(k):
    return k
