def convert(disks, name):
    try:
        disks[name]
        disks.open(disks.default.path)
    except (OSError, KeyError):
        return False
    return True
