def convert(disk, wanted):
    if wanted:
        disk.open()
    if disk.probe():
        disk.flush()
    if wanted and disk.raw:
        disk.wait()
    return disk.read()
