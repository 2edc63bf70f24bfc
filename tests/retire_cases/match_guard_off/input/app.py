import workarounds


def convert(disk, kind):
    match kind:
        case 'raw' if workarounds.enabled('fsync'):
            disk.flush()
        case 'raw':
            disk.open()
        case [first, *_] if disk.old and workarounds.enabled('fsync'):
            disk.check(first)
        case _ if not workarounds.enabled('fsync'):
            disk.close()
    match kind:
        case 'raw' if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
