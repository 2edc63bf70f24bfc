import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    (size): int = disk.size
    return disk.read(size)


def check(disk):
    return disk.check()


def wait(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    return (disk).wait()
