import workarounds


def first(disk):
    disk.open()

    # What needs the disk.

    # Flush it.
    if workarounds.enabled('fsync'):
        disk.flush()
    disk.close()


def second(disk):
    disk.open()
    # What follows needs no disk.

    if workarounds.enabled('fsync'):
        disk.flush()
    # The end.


def third(disk):
    disk.open()


    if workarounds.enabled('fsync'):
        disk.flush()

    disk.check()

    if workarounds.enabled('fsync'):
        disk.flush()


    disk.close()


# The first of them.


if workarounds.enabled('fsync'):
    print('flushes')

# All of them.
ALL = [first, second, third]
