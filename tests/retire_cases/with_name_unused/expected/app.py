def convert(disk, a, b):
    with a as first, b:
        disk.open(first)
    with (disk.opened(1)), (disk.opened(2)) as fourth:
        disk.check(fourth)
    with (
        disk.opened(3) as fifth,
        disk.opened(4),
    ):
        disk.close(fifth)
    return disk.read()
