import workarounds


def convert(disk):
    if disk.raw and \
            workarounds.enabled('fsync') and \
            disk.is_file:
        disk.flush()
    if workarounds.enabled('fsync') and \
            disk.raw:
        disk.wait()
    return disk.read()
