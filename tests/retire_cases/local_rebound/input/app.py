import workarounds


def convert(disk):
    on = workarounds.enabled('fsync')
    if disk.raw:
        on = False
    if on:
        disk.flush()
    return disk.read()
