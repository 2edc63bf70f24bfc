import os

import workarounds

__all__ = ['os', 'convert']


def convert(k):
    if workarounds.enabled('fsync'):
        os.sync()
    return k
