import declarations
import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.sync()
    return disk, declarations.FSYNC.name


def describe():
    return declarations.FSYNC.description
