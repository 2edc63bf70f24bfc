from app import flags


def convert(disk):
    return disk.read(flags.DEFAULT, flags.SOMETIMES)
