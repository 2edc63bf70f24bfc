import contextlib
import functools

import workarounds


@functools.lru_cache
def size(disk):
    if workarounds.enabled('fsync'):
        return disk.a
    return disk.b


class Disk:
    @staticmethod
    def open(disk):
        if not workarounds.enabled('fsync'):
            return disk.b
        return disk.a

    if workarounds.enabled('fsync'):
        @property
        def parts(self):
            return [self]

    @contextlib.contextmanager
    def opened(self):
        if workarounds.enabled('fsync'):
            self.flush()
        yield self
