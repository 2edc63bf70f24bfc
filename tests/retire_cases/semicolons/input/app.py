import workarounds


def convert(disk):
    disk.open(); on = workarounds.enabled('fsync'); disk.check()
    disk.grow(); assert not workarounds.enabled('fsync')
    assert not workarounds.enabled('fsync'); disk.shrink()
    if on: disk.flush()
    return disk.read()
