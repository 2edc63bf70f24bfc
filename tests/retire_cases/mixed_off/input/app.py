import workarounds


def convert(disk, wanted):
    if wanted and workarounds.enabled('fsync') or disk.raw:
        disk.open()
    if wanted and (disk.raw or workarounds.enabled('fsync')):
        disk.flush()
    if wanted and (disk.raw or disk.old or workarounds.enabled('fsync')):
        disk.check()
    if wanted or not (disk.raw or workarounds.enabled('fsync')):
        disk.wait()
    if wanted and not workarounds.enabled('fsync'):
        disk.close()
    return disk.read()
