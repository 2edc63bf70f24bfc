from workarounds import enabled as is_on
from workarounds import value


def convert(disk):
    if is_on('fsync'):
        disk.flush()
    return disk.read(value('kinds'))
