import workarounds


def convert(disk, kind):
    match kind:
        case 'raw' if workarounds.enabled('fsync'):
            disk.flush()
        case [first] if workarounds.enabled('fsync') and first:
            disk.open()
        case _ if workarounds.enabled('fsync'):
            disk.check()
        case _:
            disk.close()
    return disk.read()
