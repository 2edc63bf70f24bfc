import workarounds


def convert(disk):
    on = workarounds.enabled('fsync')
    disk.open()
    if on:
        disk.flush()
    mode = 'rw' if on and disk.raw else 'r'
    if not on or disk.old:
        disk.check()
    return disk.read(mode)
