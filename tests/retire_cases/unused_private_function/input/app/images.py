"""Converts images."""

import os

import workarounds

SIZE = 3


def _sync(disk):
    os.fsync(disk.fd)
    _wait(disk)


# Disks are slow.
def _wait(disk):
    disk.wait()


def _check(disk):
    return disk.check(SIZE)


def flush(disk):
    disk.flush()


def convert(disk):
    if workarounds.enabled('fsync'):
        _sync(disk)
        _check(disk)
        flush(disk)
    return disk.read()
