def convert(disk, wanted):
    a = 2 if wanted else 3
    b = 1 if wanted else 3
    c = 2 if wanted else 3
    return a, b, c
