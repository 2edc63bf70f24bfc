import workarounds


def first(disk):
    try:
        disk.open()
    except OSError:
        if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()


def second(disk):
    try:
        disk.open()
    except OSError:
        disk.close()
    else:
        if workarounds.enabled('fsync'):
            disk.flush()
    finally:
        if workarounds.enabled('fsync'):
            disk.wait()
    return disk.read()


def third(disk):
    try:
        disk.open()
        disk.check()
    finally:
        if workarounds.enabled('fsync'):
            disk.wait()
    return disk.read()
