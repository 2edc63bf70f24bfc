import workarounds


def convert(disks, name, utils):
    with utils.lock(name):
        disk = disks[name]
        if disks['a'] and workarounds.enabled('fsync'):
            disk.sync()
        return True
