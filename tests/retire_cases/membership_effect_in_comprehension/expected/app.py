def convert(disk, names):
    first = [n for n in names if disk.next() and False]
    second = [n for n in names if False]
    return first, second
