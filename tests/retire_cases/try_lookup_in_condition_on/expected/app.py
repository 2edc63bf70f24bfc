def has(disks, name):
    try:
        disks[name]
        return True
    except KeyError:
        return False
