import workarounds


def convert(disk):
    on = workarounds.enabled('fsync')
    return disk.read(flushed=on)
