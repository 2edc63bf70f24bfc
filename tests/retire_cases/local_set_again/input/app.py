import workarounds


def convert(disk, force):
    sync = workarounds.enabled('fsync')
    if force:
        sync = True
    if sync:
        disk.sync()
    return disk
