import workarounds


def convert(disk, wanted):
    mode = 'rw' if workarounds.enabled('fsync') else 'r'
    part = disk.a if workarounds.enabled('fsync') and wanted else disk.b
    both = (
        disk.parts()
        if not workarounds.enabled('fsync')
        else disk.flushed_parts()
    )
    return mode, part, both
