import os  # noqa: F401

import workarounds


def convert(k):
    if workarounds.enabled('fsync'):
        os.sync()
    return k
