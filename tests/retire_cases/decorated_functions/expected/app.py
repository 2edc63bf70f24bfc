import contextlib
import functools


@functools.lru_cache
def size(disk):
    return disk.a


class Disk:
    @staticmethod
    def open(disk):
        return disk.a

    @property
    def parts(self):
        return [self]

    @contextlib.contextmanager
    def opened(self):
        self.flush()
        yield self
