class Driver:
    def __init__(self):
        self._fsync = False

    def convert(self, disk):
        if self._fsync:
            disk.sync()
        return disk
