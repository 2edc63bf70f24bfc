class Driver:
    def __init__(self, conf):
        self.fsync = False
        self.other = conf.other or False

    def convert(self, disk):
        if self.other:
            disk.sync()
        return disk
