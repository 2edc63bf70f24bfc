def convert(disks, name):
    try:
        disks[name]
    except KeyError:
        return False
    return True
