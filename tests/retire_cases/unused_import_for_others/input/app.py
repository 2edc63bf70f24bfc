import os as os
from os import path as path

import workarounds


def convert(k):
    if workarounds.enabled('fsync'):
        os.sync()
        path.join(k)
    return k
