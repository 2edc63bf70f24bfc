import workarounds


def convert(disk, wanted):
    if wanted or workarounds.enabled('fsync'):
        disk.open()
    else:
        disk.close()
    if workarounds.enabled('fsync') or disk.probe():
        disk.flush()
    if disk.probe() or workarounds.enabled('fsync'):
        disk.wait()
    else:
        disk.close()
    return disk.read()
