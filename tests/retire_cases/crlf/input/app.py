"""Converts images."""

import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    else:
        disk.run("""
    a
        b""")
    for part in disk.parts:
        if workarounds.enabled('fsync'):
            part.flush()
    return disk.read()
