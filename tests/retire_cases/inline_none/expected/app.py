def convert(disk):
    pass
