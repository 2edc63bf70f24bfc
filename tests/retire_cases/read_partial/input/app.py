import functools

import workarounds

is_on = functools.partial(workarounds.enabled, 'fsync')
ask = workarounds.enabled


def copy(disk):
    if is_on():
        disk.wait()
    if ask('fsync'):
        disk.wait()
    return disk
