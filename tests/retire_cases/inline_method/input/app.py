import workarounds


class Driver:
    def __init__(self, disk):
        self.disk = disk

    def _flushes(self, size):
        return workarounds.enabled('fsync') and size > 3

    def convert(self):
        if self._flushes(self.disk.size):
            self.disk.flush()
        return self.disk.read()
