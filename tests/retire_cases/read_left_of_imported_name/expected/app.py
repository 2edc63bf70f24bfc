import workarounds

from names import FSYNC


def blocks(disk):
    if workarounds.enabled(FSYNC):
        yield disk.flush()


def other(disk):
    pass
