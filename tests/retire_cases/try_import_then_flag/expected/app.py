try:
    import rbd
    HAVE = True
except ImportError:
    HAVE = False


def convert(disk):
    return HAVE
