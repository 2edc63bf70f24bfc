import functools

import workarounds

is_on = functools.partial(workarounds.enabled, 'fsync')
ask = workarounds.enabled


def copy(disk):
    if is_on():
        disk.wait()
    return disk
