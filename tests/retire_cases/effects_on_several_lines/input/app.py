import workarounds


def convert(disk):
    assert not (
        disk.is_open  # It may be closed.
        and disk.sync()
        and workarounds.enabled('fsync')
    ), disk
    return disk


def close(disk):
    if (
        disk.is_open and
        disk.is_mine and
        disk.close()
    ) and workarounds.enabled('fsync'):
        return None
    return disk
