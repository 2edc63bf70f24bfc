def convert(disks, name):
    try:
        disks[name].raw
    except KeyError:
        return False
    return True
