def convert(disk, wanted):
    if disk.raw:
        disk.open()
    if wanted and disk.raw:
        disk.flush()
    if wanted and (disk.raw or disk.old):
        disk.check()
    if wanted or not disk.raw:
        disk.wait()
    if wanted:
        disk.close()
    return disk.read()
