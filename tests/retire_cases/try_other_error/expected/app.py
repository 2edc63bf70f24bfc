def convert(disks, name):
    try:
        disks.open(name)
    except OSError:
        return False
    return True
