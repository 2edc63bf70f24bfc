import workarounds


def convert(disk):
    disk.open()
    if not workarounds.enabled('fsync'):
        return
    disk.flush()
