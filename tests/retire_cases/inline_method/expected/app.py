class Driver:
    def __init__(self, disk):
        self.disk = disk

    def convert(self):
        return self.disk.read()
