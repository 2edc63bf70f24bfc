import contextlib

try:
    import rbd
except ImportError:
    HAS_RBD = False
else:
    HAS_RBD = True

SIZE = 3


def find(disks, name):
    try:
        disks[name]
    except KeyError:
        return False
    return True


def find_quietly(disks, name):
    with contextlib.suppress(KeyError):
        disks[name]
        return True
    return False
