import workarounds


def convert(disk, lock):
    with lock, disk.opened() as part:
        if workarounds.enabled('fsync'):
            part.flush()
        if not workarounds.enabled('fsync'):
            part.skip()
    if workarounds.enabled('fsync'):
        with lock:
            disk.wait()
    with lock if workarounds.enabled('fsync') else disk.lock:
        disk.close()
    return disk.read()
