import declarations


def convert(disk):
    return disk, declarations.FSYNC.name


def describe():
    return declarations.FSYNC.description
