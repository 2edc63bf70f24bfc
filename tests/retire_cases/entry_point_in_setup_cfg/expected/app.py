def _raw():
    return 1


def convert(k):
    return k
