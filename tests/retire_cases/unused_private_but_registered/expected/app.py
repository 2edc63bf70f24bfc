import atexit


@atexit.register
def _sync():
    return 3


def convert(disk):
    return disk.read()
