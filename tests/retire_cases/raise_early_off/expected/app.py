def convert(disk):
    raise NotImplementedError(disk.name)
