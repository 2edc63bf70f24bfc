import workarounds


def convert(disk, kind):
    match kind:
        case 'raw':
            if workarounds.enabled('fsync'):
                disk.flush()
        case _:
            if not workarounds.enabled('fsync'):
                disk.open()
    match kind if workarounds.enabled('fsync') else disk.kind:
        case 'raw':
            disk.close()
    return disk.read()
