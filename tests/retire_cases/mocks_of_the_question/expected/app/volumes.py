from workarounds import enabled


def convert(disk):
    if enabled('nosync'):
        disk.sync()
    return disk.read()
