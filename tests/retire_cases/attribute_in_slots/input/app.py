import workarounds


class Driver:
    __slots__ = ('_fsync', '_wait')

    def __init__(self):
        self._fsync = workarounds.enabled('fsync')
        self._wait = workarounds.enabled('fsync')

    def convert(self, disk):
        if self._fsync:
            disk.sync()
        return disk if self._wait else 3
