import workarounds


def lazily(disk):
    return lambda: workarounds.enabled('fsync') and (yield disk)


def waiting(disk, parts):
    return (
        part
        for part in parts
        if not workarounds.enabled('fsync') or await part.ready()
    )


def plain(disk):
    return lambda: workarounds.enabled('fsync') and disk.flush()
