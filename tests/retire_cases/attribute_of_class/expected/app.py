class Driver:
    def convert(self, disk):
        return disk
