def convert(disk):
    (disk.is_open  # It may be closed.
        and disk.sync())
    return disk


def close(disk):
    if (disk.is_open and
        disk.is_mine):
        disk.close()
    return disk
