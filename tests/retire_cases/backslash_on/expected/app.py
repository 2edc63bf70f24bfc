def convert(disk):
    if disk.raw and \
            disk.is_file:
        disk.flush()
    if disk.raw:
        disk.wait()
    return disk.read()
