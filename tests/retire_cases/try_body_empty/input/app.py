import workarounds


def first(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    except OSError:
        disk.close()
    return disk.read()


def second(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    except OSError:
        disk.close()
    else:
        disk.check()
    return disk.read()


def third(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    finally:
        disk.close()
    return disk.read()
