import workarounds


def convert(disks):
    def on():
        return workarounds.enabled('fsync')
    for disk in disks:
        if on():
            disk.sync()
    return [d for d in disks if not on()]
