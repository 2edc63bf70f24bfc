try:
    import rbd
except ImportError:
    rbd = None


def convert(disk):
    return disk
