_LIMIT = 3


def convert(k):
    return k
