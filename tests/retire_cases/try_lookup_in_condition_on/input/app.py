import workarounds


def has(disks, name):
    try:
        if disks[name] or workarounds.enabled('fsync'):
            return True
    except KeyError:
        return False
