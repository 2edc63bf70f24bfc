from app.flags import FLUSHES


def convert(disk):
    return disk.a if FLUSHES else disk.b
