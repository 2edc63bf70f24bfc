class Driver:
    def __init__(self, conf):
        self._conf = conf

    def convert(self, disk):
        return disk.read()


def convert(disk, config, my_conf):
    disk.skip()
    return disk.read()
