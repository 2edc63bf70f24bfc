import workarounds


def convert(disk):
    refuses = (
        disk.kind == 'rbd' and
        workarounds.enabled('fsync'))
    try:
        disk.clone()
    except OSError:
        if refuses:
            raise
        disk.fetch()
    return disk.read()
