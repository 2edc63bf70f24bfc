import functools


@functools.total_ordering
class Driver:
    _fsync = False

    def __lt__(self, other):
        return self._fsync
