def first(disks):
    for disk in disks:  # one by one
        pass
        # That was all.


def second(disk):
    # Do it.
    # when it is closed.
    disk.close()


def third(disk):
    # 2
    disk.open()
    # 3
    disk.check()
    # 4
    # 5
    # 6
    disk.close()
    # 7
    # 8


def fourth(disk):
    # 1
    disk.open()
    # 2
    # 3
    # 5
    disk.check()
    # 6
    # 7
    # 9
    disk.close()
    # 10
    return disk


def fifth(disk, wanted):
    if not wanted:
        # Not wanted.
        disk.open()
    if not disk.raw: disk.close()
