"""Converts images."""

import os
import sys

import workarounds

if workarounds.enabled('fsync'):
    WAIT = 3
else:
    WAIT = 0


if workarounds.enabled('fsync'):
    def flush(disk):
        os.fsync(disk.fd)
else:
    def flush(disk):
        disk.close()

        disk.wait(WAIT)


def convert(disk):
    flush(disk)
    return sys.getsizeof(disk)
