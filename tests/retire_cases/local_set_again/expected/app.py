def convert(disk, force):
    sync = False
    if force:
        sync = True
    if sync:
        disk.sync()
    return disk
