from otherlib import Volume


def read(disk):
    return Volume(disk)
