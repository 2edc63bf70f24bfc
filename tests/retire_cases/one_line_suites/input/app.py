import workarounds


def convert(disk):
    if workarounds.enabled('fsync'): disk.flush()
    if workarounds.enabled('fsync'): disk.wait()
    else: disk.open(); disk.check()
    if disk.raw: disk.grow()
    elif workarounds.enabled('fsync'): disk.shrink()
    for part in disk.parts: part.close()
    else: assert not workarounds.enabled('fsync')
    return disk.read()
