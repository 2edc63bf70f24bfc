import workarounds


def convert(disk):
    if (on := workarounds.enabled('fsync')) and disk.raw:
        disk.flush()
    while on and (part := disk.next()):
        part.wait()
    return disk.read()
