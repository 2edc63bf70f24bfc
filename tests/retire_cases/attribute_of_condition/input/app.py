import workarounds


class Driver:
    def __init__(self, conf):
        self.fsync = workarounds.enabled('fsync') and conf.fsync
        self.other = conf.other or workarounds.enabled('fsync')

    def convert(self, disk):
        if self.fsync or self.other:
            disk.sync()
        return disk
