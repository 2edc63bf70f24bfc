import json
import os
import sys

import workarounds

__all__ = ['convert', 'sys']


def _never_called():
    return 3


def convert(disk):
    if workarounds.enabled('fsync'):
        os.fsync(disk.fd)
        sys.exit(1)
    return disk.read(os.name)
