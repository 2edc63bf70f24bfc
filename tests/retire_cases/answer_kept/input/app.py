import dataclasses

import workarounds

MODES = {'sync': workarounds.enabled('fsync')}
PAIR = 'a', workarounds.enabled('fsync')
is_on = lambda: workarounds.enabled('fsync')
FIRST = SECOND = workarounds.enabled('fsync')


@dataclasses.dataclass
class Disk:
    sync: bool = workarounds.enabled('fsync')
    deep: bool = dataclasses.field(default=workarounds.enabled('fsync'))

    def late(self, disk):
        setattr(self, 'late', workarounds.enabled('fsync'))
        self.modes['deep'] = workarounds.enabled('fsync')
        self.deep = disk.deep or workarounds.enabled('fsync')


def convert(disk, sync=workarounds.enabled('fsync')):
    if bool(disk.slow or workarounds.enabled('fsync')):
        disk.wait()
    disk.filter(lambda part: part.slow and workarounds.enabled('fsync'))
    if disk.early:
        return workarounds.enabled('fsync')
    return disk.read()


def chunks(disk):
    while disk.read():
        yield workarounds.enabled('fsync')


def is_public():
    return workarounds.enabled('fsync')
