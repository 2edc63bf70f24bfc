import contextlib


def convert(disks, name):
    with contextlib.suppress(KeyError):
        disks[name].raw
        return True
    return False
