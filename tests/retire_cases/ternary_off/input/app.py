import workarounds


def convert(disk, wanted):
    mode = 'rw' if workarounds.enabled('fsync') else 'r'
    size = disk.size + (1 if workarounds.enabled('fsync') else 2) * 3
    more = 3 * (disk.more if workarounds.enabled('fsync') else disk.a + 1)
    part = disk.a if workarounds.enabled('fsync') and wanted else disk.b
    return mode, size, more, part
