import workarounds


def convert(disk, wanted):
    if wanted and workarounds.enabled('fsync') or disk.raw:
        disk.open()
    if wanted and (disk.raw or workarounds.enabled('fsync')):
        disk.flush()
    if wanted or not (disk.raw and workarounds.enabled('fsync')):
        disk.wait()
    if wanted and not workarounds.enabled('fsync'):
        disk.close()
    if not (wanted or disk.raw) and workarounds.enabled('fsync'):
        disk.check()
    return disk.read()
