import workarounds


def convert(disk, wanted):
    if workarounds.enabled('fsync') and (wanted or disk.raw) and disk.old:
        disk.open()
    if not (workarounds.enabled('fsync') and (wanted or disk.raw)):
        disk.flush()
    return disk.read()
