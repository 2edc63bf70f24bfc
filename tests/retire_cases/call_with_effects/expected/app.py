import workarounds


def convert(disk, conf):
    disk.conf()
    if disk.raw:
        disk.open()
    disk.conf()
    return disk.read()


def value(disk):
    return workarounds.enabled('fsync', disk.conf())


def passed_on(disk):
    on = workarounds.enabled('fsync', disk.conf())
    if on:
        disk.flush()


def stays(disk, pick):
    if workarounds.enabled('fsync', disk.conf(), disk.group()):
        disk.check()
    if pick(disk).enabled('fsync'):
        disk.open()
    return disk.read()
