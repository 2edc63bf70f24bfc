def is_on():
    return False


def convert(disk):
    if is_on():
        disk.sync()
    return disk
