class Driver:
    def __init__(self):
        self._may_copy = False

    def init_host(self, disk):
        self._may_copy = disk.is_raw

    def convert(self, disk):
        return disk.copy() if self._may_copy else disk
