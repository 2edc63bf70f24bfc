class Driver:
    def __init__(self):
        self.fsync = True

    def convert(self, disk):
        disk.sync()
        return disk
