from app import flags


def convert(disk):
    disk.flush()
    return disk.read(flags.SIZE)
