def convert(disk, names):
    first = []
    second = []
    third = set()
    fourth = {}
    return first, second, third, fourth
