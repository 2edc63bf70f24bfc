import workarounds


def convert(disk, conf):
    if workarounds.enabled('fsync', conf=disk.conf()):
        disk.flush()
    if workarounds.enabled('fsync', conf.pick[0]) or disk.raw:
        disk.open()
    if workarounds.enabled('fsync', conf=disk.conf()) and disk.raw:
        disk.flush()
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
