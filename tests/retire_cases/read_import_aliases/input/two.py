from workarounds import enabled


def convert(disk):
    if enabled('fsync'):
        disk.flush()
    return disk.read()
