import workarounds


def convert(disk, wanted):
    if wanted and workarounds.enabled('fsync'):
        disk.open()
    if workarounds.enabled('fsync') and disk.probe():
        disk.flush()
    if wanted and workarounds.enabled('fsync') and disk.raw:
        disk.wait()
    return disk.read()
