import functools

import workarounds


@functools.total_ordering
class Driver:
    _fsync = workarounds.enabled('fsync')

    def __lt__(self, other):
        return self._fsync
