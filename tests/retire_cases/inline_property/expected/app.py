class Driver:
    def convert(self, disk):
        disk.flush()
        return disk.a
