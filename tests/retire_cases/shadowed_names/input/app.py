import workarounds


def convert(disk):
    on = workarounds.enabled('fsync')
    if on:
        disk.flush()
    return disk.read()


def check(disk, on):
    if on:
        disk.check()
    return [on for on in disk.parts if on]
