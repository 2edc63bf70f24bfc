class Driver:
    fsync = None

    def do_setup(self):
        self.fsync = False

    def convert(self, disk):
        if self.fsync:
            disk.sync()
        return disk
