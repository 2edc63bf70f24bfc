from app import flags


def convert(disk):
    if flags.FLUSHES:
        disk.flush()
    return disk.read(flags.SIZE)
