import workarounds


def first(disk, kind):
    match kind:
        case 1 if workarounds.enabled('fsync'):
            disk.flush()
        case 2 | 3 if workarounds.enabled('fsync'):
            disk.flush()
        case 6 if disk.raw and not workarounds.enabled('fsync'):
            disk.grow()
        case 4:
            if workarounds.enabled('fsync'):
                disk.flush()
        case [1] as x if not workarounds.enabled('fsync'):
            disk.open(x)
        case x if not workarounds.enabled('fsync'):
            disk.check(x)
        case 5:
            disk.close()
    return disk.read()


def second(disk, kind):
    match kind:
        case (1 | _) if not workarounds.enabled('fsync'):
            disk.open()
        case 2:
            disk.close()
    match kind:
        case _ as x if disk.probe():
            disk.open(x)
        case _ if not workarounds.enabled('fsync') and disk.check():
            disk.check()
        case 3 if workarounds.enabled('fsync'):
            disk.close()
    match kind:
        case _ if disk.probe() and workarounds.enabled('fsync'):
            disk.close()
    return disk.read()


def subjects(disk, kind):
    match kind:
        case 1 if workarounds.enabled('fsync'):
            disk.flush()
    # The second.
    match disk.probe():
        case 1 if workarounds.enabled('fsync'):
            disk.flush()
        case _ if workarounds.enabled('fsync'):
            disk.flush()
    match kind and disk.probe():
        case 1 if workarounds.enabled('fsync'):
            disk.flush()
    return disk.read()
