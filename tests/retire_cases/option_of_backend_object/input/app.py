class Driver:
    def __init__(self, configuration):
        self.configuration = configuration

    def copy(self, disk):
        if self.configuration.fsync:
            disk.wait()
        if self.configuration.safe_get('fsync'):
            disk.wait()
        return disk
