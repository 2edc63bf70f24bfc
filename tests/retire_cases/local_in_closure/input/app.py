import workarounds


def convert(disks):
    on = workarounds.enabled('fsync')

    def one(disk):
        if on:
            disk.flush()
        return disk.read()

    return [one(disk) for disk in disks]
