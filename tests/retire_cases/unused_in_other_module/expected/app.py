import files


def convert(disk):
    return files._used(disk)
