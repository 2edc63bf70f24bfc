def convert(disk):
    (disk.is_open  # It may be closed.
        and disk.sync())
    return disk
