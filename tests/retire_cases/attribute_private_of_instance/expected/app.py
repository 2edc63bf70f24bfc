class Driver:
    def __init__(self):
        pass

    def convert(self, disk):
        return disk
