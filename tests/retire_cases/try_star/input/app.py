import workarounds


def first(disk):
    try:
        disk.open()
    except* OSError:
        disk.close()
    finally:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()


def second(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    except* OSError:
        disk.close()
    try:
        disk.check()
    except* OSError:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
