import workarounds


class Driver:
    fsync = None

    def do_setup(self):
        self.fsync = workarounds.enabled('fsync')

    def convert(self, disk):
        if self.fsync:
            disk.sync()
        return disk
