import workarounds


def convert(lock, disk):
    with lock:
        if workarounds.enabled('fsync'):
            disk.sync()
    return disk
