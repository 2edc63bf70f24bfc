class Driver:
    def __init__(self, disk):
        if disk.raw:
            self._fsync = False
        self._disk = disk

    def convert(self):
        return 1 if self._fsync else 2
