import workarounds


def _is_on(*parts):
    return workarounds.enabled('fsync')


def convert(disk):
    if _is_on(*disk.parts()):
        disk.sync()
    return disk.read()
