def convert(disk):
    if disk.raw:
        disk.flush()
    while (part := disk.next()):
        part.wait()
    return disk.read()
