def convert(disks):
    def one(disk):
        return disk.read()

    return [one(disk) for disk in disks]
