class Driver:
    def __init__(self):
        self.fsync: bool = False

    def convert(self, disk):
        return disk
