import os

import workarounds


class Driver:
    def __init__(self, disk):
        self.disk = disk

    def _sync(self):
        """Write it all."""
        os.fsync(self.disk.fd)

    @staticmethod
    def _wait():
        return 3

    def _check(self):
        return self.disk.check()

    def convert(self):
        if workarounds.enabled('fsync'):
            self._sync()
            self.disk.grow(self._wait())
            self._check()
        return self.disk.read()


class Other(Driver):
    def convert(self):
        return self._check()
