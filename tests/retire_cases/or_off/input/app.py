import workarounds


def convert(disk, wanted):
    if wanted or workarounds.enabled('fsync'):
        disk.open()
    if workarounds.enabled('fsync') or disk.probe():
        disk.flush()
    if wanted or workarounds.enabled('fsync') or disk.raw:
        disk.wait()
    return disk.read()
