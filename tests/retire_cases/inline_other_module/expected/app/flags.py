"""What is on."""


def size(disk):
    return disk.size
