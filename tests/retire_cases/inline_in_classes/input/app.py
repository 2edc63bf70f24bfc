import functools

import workarounds


class Driver:
    @staticmethod
    def _first(disk):
        return workarounds.enabled('fsync') and disk

    @classmethod
    def _second(cls):
        return workarounds.enabled('fsync')

    @functools.cached_property
    def _third(self):
        return workarounds.enabled('fsync')

    @property
    def fourth(self):
        return workarounds.enabled('fsync')

    def convert(self, disk):
        if self._first(disk) or self._second() or self._third:
            disk.flush()
        return disk.read(self.fourth)

    @classmethod
    def check(cls, disk):
        return disk.check(cls._second())


class Other:
    def _second(self):
        return 3


class Loud(Other):
    def _own(self):
        return workarounds.enabled('fsync')

    def convert(self, disk):
        if self._own():
            disk.flush()
        return disk.read(Other()._third)
