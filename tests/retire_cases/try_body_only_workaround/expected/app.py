def convert(disk):
    return True
