class Driver:
    def __init__(self):
        self.fsync = False


class Child(Driver):
    def convert(self, disk):
        if self.fsync:
            disk.sync()
        return disk
