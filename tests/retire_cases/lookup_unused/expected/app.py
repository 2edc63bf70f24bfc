def convert(disks, name):
    return True
