import functools


class Driver:
    @classmethod
    def _second(cls):
        return False

    @functools.cached_property
    def _third(self):
        return False

    @property
    def fourth(self):
        return False

    def convert(self, disk):
        if self._second() or self._third:
            disk.flush()
        return disk.read(False)

    @classmethod
    def check(cls, disk):
        return disk.check(cls._second())


class Other:
    def _second(self):
        return 3


class Loud(Other):
    def convert(self, disk):
        return disk.read(Other()._third)
