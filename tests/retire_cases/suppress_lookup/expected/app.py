import contextlib


def convert(disks, name):
    done = False
    with contextlib.suppress(KeyError):
        disks[name]
        done = True
    return done
