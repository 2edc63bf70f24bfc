def check(disk):
    try:
        disk.check()
    except OSError:
        raise
    return disk.read()
