import workarounds


def check(disk):
    try:
        disk.check()
    except OSError as error:
        if workarounds.enabled('fsync'):
            disk.tell(error)
        else:
            raise
    return disk.read()
