def convert(disk, wanted):
    if (wanted or disk.raw) and disk.old:
        disk.open()
    if not (wanted or disk.raw):
        disk.flush()
    return disk.read()
