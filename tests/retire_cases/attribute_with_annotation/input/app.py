import workarounds


class Driver:
    def __init__(self):
        self.fsync: bool = workarounds.enabled('fsync')

    def convert(self, disk):
        return disk.sync() if self.fsync else disk
