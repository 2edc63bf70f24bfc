import workarounds


def convert(disk):
    if workarounds.enabled('fsync'): disk.flush(); disk.wait()
    if not workarounds.enabled('fsync'): disk.skip()
    elif disk.raw: disk.grow()
    return disk.read()
