def convert(disk, names):
    first = [n for n in names if disk.next() and False]
    second = []
    return first, second
