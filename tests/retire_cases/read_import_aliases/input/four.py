def convert(disk):
    import workarounds
    if workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()
