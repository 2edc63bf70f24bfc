import workarounds


def convert(disks, name):
    try:
        if disks[name].raw and workarounds.enabled('fsync'):
            disks[name].sync()
    except KeyError:
        return False
    return True
