def first(disk):
    disk.open()

    # What needs the disk.

    disk.close()


def second(disk):
    disk.open()
    # What follows needs no disk.
    # The end.


def third(disk):
    disk.open()


    disk.check()


    disk.close()


# The first of them.


# All of them.
ALL = [first, second, third]
