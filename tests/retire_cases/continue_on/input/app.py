import workarounds


def convert(disks):
    for disk in disks:
        if not workarounds.enabled('fsync') or disk.old:
            continue
        if not workarounds.enabled('fsync'):
            continue
        disk.flush()
    return len(disks)
