from workarounds import value


def convert(disk):
    return disk.read(value('kinds'))
