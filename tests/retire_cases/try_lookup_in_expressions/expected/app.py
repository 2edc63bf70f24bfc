def convert(disks, name):
    try:
        size = 3
        raw = [d for d in disks if disks[d] and False]
    except KeyError:
        return False
    return size, raw
