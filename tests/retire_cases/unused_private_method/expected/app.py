class Driver:
    def __init__(self, disk):
        self.disk = disk

    def _check(self):
        return self.disk.check()

    def convert(self):
        return self.disk.read()


class Other(Driver):
    def convert(self):
        return self._check()
