import workarounds


def serve(disk):
    while workarounds.enabled('fsync'):
        disk.flush()
        if disk.probe():
            return disk.a
    disk.close()
    return disk.b
