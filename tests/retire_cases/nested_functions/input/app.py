import workarounds


def convert(disks):
    def read(disk):
        if workarounds.enabled('fsync'):
            disk.flush()
        return disk.read()

    def inner(disk):
        def innermost():
            return disk.a if workarounds.enabled('fsync') else disk.b

        if not workarounds.enabled('fsync'):
            return innermost()
        return read(disk)

    return [inner(disk) for disk in disks]
