def convert(disk):
    return lambda: disk
