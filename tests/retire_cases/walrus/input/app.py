import workarounds


def convert(disk):
    if (on := workarounds.enabled('fsync')):
        disk.flush()
    if on and disk.raw:
        disk.wait()
    if disk.raw and (now := workarounds.enabled('fsync')) and now:
        disk.check()
    return disk.read()
