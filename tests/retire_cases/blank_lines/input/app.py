import workarounds


def first(disk):

    if workarounds.enabled('fsync'):
        disk.flush()

    disk.open()


    if workarounds.enabled('fsync'):
        disk.flush()

    return disk.read()


def second(disk):
    if workarounds.enabled('fsync'):
        disk.flush()

    disk.open()
    if workarounds.enabled('fsync'):
        disk.flush()

    disk.check()

    if workarounds.enabled('fsync'):
        disk.flush()
    disk.close()

    if workarounds.enabled('fsync'):
        disk.flush()


if workarounds.enabled('fsync'):
    print('flushes')


def third(disk):
    for part in disk.parts:
        part.open()

        if workarounds.enabled('fsync'):
            part.flush()

    if disk.raw:
        disk.grow()

        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.shrink()
    return disk.read()
