def convert(disks, name):
    try:
        disks[name]
    except KeyError:
        return 3
    return 2
