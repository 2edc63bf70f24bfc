try:
    import rbd
except ImportError:
    HAVE = False
else:
    HAVE = True


def convert(disk):
    return HAVE
