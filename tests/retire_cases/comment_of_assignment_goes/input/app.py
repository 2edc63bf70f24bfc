import workarounds


def convert(disk):
    disk.open()

    # Until bug 1392527 is fixed.
    on = workarounds.enabled('fsync')  # asked once

    if on:
        disk.flush()

    return disk.read()
