import workarounds

ON: bool = workarounds.enabled('fsync')


def convert(disk):
    if ON:
        disk.sync()
    return disk
