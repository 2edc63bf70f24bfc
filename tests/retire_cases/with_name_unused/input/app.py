import workarounds


def convert(disk, a, b):
    with a as first, b as second:
        if workarounds.enabled('fsync'):
            disk.flush(second)
        disk.open(first)
    with (disk.opened(1)) as third, (disk.opened(2)) as fourth:
        if workarounds.enabled('fsync'):
            disk.flush(third)
        disk.check(fourth)
    with (
        disk.opened(3) as fifth,
        disk.opened(4) as sixth,
    ):
        if workarounds.enabled('fsync'):
            disk.flush(sixth)
        disk.close(fifth)
    return disk.read()
