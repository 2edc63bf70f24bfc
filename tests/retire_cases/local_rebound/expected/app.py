def convert(disk):
    on = True
    if disk.raw:
        on = False
    if on:
        disk.flush()
    return disk.read()
