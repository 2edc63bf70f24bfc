def convert(disk, wanted):
    if wanted or disk.raw:
        disk.open()
    if wanted:
        disk.flush()
    if wanted or not disk.raw:
        disk.wait()
    if not (wanted or disk.raw):
        disk.check()
    return disk.read()
