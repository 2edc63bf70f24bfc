class Driver:
    def __init__(self, configuration):
        self.configuration = configuration

    def copy(self, disk):
        if self.configuration.slow_copy:
            disk.wait()
        if self.configuration.safe_get('slow_copy'):
            disk.wait()
        return disk
