from app.flags import _flushes
from app.flags import size


def convert(disk):
    if _flushes():
        disk.flush()
    return size(disk)
