import workarounds

_ON: bool = workarounds.enabled('fsync')


def convert(disk):
    if _ON:
        disk.sync()
    return disk
