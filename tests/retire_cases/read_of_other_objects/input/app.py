class Driver:
    def __init__(self, conf):
        self._conf = conf

    def convert(self, disk):
        if not self._conf.workarounds.disable_sync:
            disk.flush()
        return disk.read()


def convert(disk, config, my_conf):
    if not config.workarounds.disable_sync:
        disk.flush()
    if my_conf['workarounds']['disable_sync']:
        disk.skip()
    return disk.read()
