def convert(disks):
    def inner(disk):
        def innermost():
            return disk.b

        return innermost()

    return [inner(disk) for disk in disks]
