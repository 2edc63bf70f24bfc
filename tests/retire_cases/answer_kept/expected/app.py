import dataclasses

MODES = {'sync': False}
PAIR = 'a', False
is_on = lambda: False
FIRST = SECOND = False


@dataclasses.dataclass
class Disk:
    sync: bool = False
    deep: bool = dataclasses.field(default=False)

    def late(self, disk):
        setattr(self, 'late', False)
        self.modes['deep'] = False
        self.deep = disk.deep or False


def convert(disk, sync=False):
    if bool(disk.slow):
        disk.wait()
    disk.filter(lambda part: part.slow and False)
    if disk.early:
        return False
    return disk.read()


def chunks(disk):
    while disk.read():
        yield False


def is_public():
    return False
