import workarounds


def first(disk):
    if workarounds.enabled('fsync'):
        disk.flush()
    disk.open()
    return


def second(disk):
    if not workarounds.enabled('fsync'):
        return
    disk.flush()


def third(disk):
    disk.open()
    if not workarounds.enabled('fsync'):
        return None
    return disk.flush()


def fourth(disks):
    for disk in disks:
        disk.open()
        if not workarounds.enabled('fsync'):
            # It is all there.
            continue
        disk.flush()


def fifth(disks):
    for disk in disks:
        if not workarounds.enabled('fsync'):
            continue
        disk.flush()
    return disks


def sixth(disks):
    for disk in disks:
        if workarounds.enabled('fsync'):
            disk.flush()
        disk.open()
        continue
