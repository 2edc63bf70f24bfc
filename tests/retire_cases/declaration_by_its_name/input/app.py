import declarations
import workarounds


def convert(disk):
    if workarounds.enabled(declarations.FSYNC.name):
        disk.sync()
    return disk
