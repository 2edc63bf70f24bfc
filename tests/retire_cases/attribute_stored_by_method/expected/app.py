class Driver:
    def __init__(self):
        self._fsync = False

    def force(self):
        self._fsync = True

    def convert(self, disk):
        if self._fsync:
            disk.sync()
        return disk
