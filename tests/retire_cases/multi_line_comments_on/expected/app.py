def convert(disk):
    if (
        disk.raw
        # Only files can be flushed.
        and disk.is_file
    ):
        disk.flush()
    return disk.read()
