import workarounds


def convert(disk, conf):
    if workarounds.enabled(name='fsync'):
        disk.flush()
    if workarounds.enabled('fsync', conf=conf):
        disk.flush()
    if workarounds.enabled('fsync', conf):
        disk.flush()
    if workarounds.enabled('kinds', conf):
        disk.check()
    return disk.read()
