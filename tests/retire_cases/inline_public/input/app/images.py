from app import flags
from app.flags import flushes


def convert(disk):
    if flushes() or flags.flushes():
        disk.flush()
    return disk.read([flushes()])
