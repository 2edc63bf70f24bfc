import workarounds


def convert(disks):
    total = 0
    for disk in disks:
        if disk.raw:
            if not workarounds.enabled('fsync'):
                raise ValueError(disk)
            while disk.busy:
                disk.wait()
            total += 1
        total += disk.size
    return total
