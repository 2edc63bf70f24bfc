from app import base
import workarounds


class Checking(base.Parser):
    def _check_value(self, action, value):
        return value

    def _flushes(self):
        return workarounds.enabled('fsync')

    def convert(self, disk):
        if workarounds.enabled('fsync'):
            return self._check_value(None, disk)
        return self._flushes() and disk


class Driver(base.Driver):
    def _copy(self, disk):
        return disk.copy()

    def convert(self, disk):
        if workarounds.enabled('fsync'):
            return self._copy(disk)
        return disk
