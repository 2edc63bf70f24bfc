import workarounds

__all__ = ['is_on', 'convert']


def is_on():
    return workarounds.enabled('fsync')


def convert():
    return 1 if is_on() else 2
