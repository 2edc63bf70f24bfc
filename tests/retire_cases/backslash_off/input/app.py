import workarounds


def convert(disk):
    if disk.raw and \
            workarounds.enabled('fsync'):
        disk.flush()
    assert disk.raw or \
        not workarounds.enabled('fsync')
    return disk.read()
