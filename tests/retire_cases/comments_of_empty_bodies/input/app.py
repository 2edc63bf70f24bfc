import workarounds


def first(disks):
    for disk in disks:  # one by one
        if workarounds.enabled('fsync'):
            disk.flush()
        # That was all.


def second(disk):
    # Do it.
    if not workarounds.enabled('fsync'):
        # It is written
        if workarounds.enabled('fsync'):
            disk.flush()
        # when it is closed.
    disk.close()


def third(disk):
    if not workarounds.enabled('fsync'):  # 1

        # 2
        disk.open()
        # 3
    disk.check()
    if workarounds.enabled('fsync'):
        disk.flush()
    # 4
    else:  # 5
        # 6
        disk.close()
        # 7
    # 8


def fourth(disk):
    # 1
    try:
        disk.open()
        # 2
    finally:
        if workarounds.enabled('fsync'):
            disk.flush()
    # 3
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
        # 4
    except OSError:
        disk.close()
    else:
        # 5
        disk.check()
        # 6
    # 7
    try:
        if workarounds.enabled('fsync'):
            disk.flush()
        # 8
    finally:
        # 9
        disk.close()
        # 10
    return disk


def fifth(disk, wanted):
    if wanted:
        if workarounds.enabled('fsync'):
            disk.flush()
    # Not wanted.
    else:
        disk.open()
    if disk.raw:
        if workarounds.enabled('fsync'):
            disk.flush()
    else: disk.close()
