import workarounds


def first(disk):
    # 1
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    except OSError:
        disk.open()
    # 2
    else:  # 3
        # 4
        disk.check()
        # 5
    finally:
        # 6
        disk.close()
    return disk.read()


def second(disk):
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
    except* OSError:
        disk.open()
    else:
        return disk.check()
    finally:
        disk.close()
    return disk.read()
