def first(disk):
    disk.open()
    return


def second(disk):
    pass


def third(disk):
    disk.open()
    return None


def fourth(disks):
    for disk in disks:
        disk.open()
        # It is all there.


def fifth(disks):
    for disk in disks:
        pass
    return disks


def sixth(disks):
    for disk in disks:
        disk.open()
        continue
