import workarounds


def convert(disk):
    assert not (
        disk.is_open  # It may be closed.
        and disk.sync()
        and workarounds.enabled('fsync')
    ), disk
    return disk
