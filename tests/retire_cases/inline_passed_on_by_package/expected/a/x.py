import a


def convert():
    return 1 if a.is_on() else 2
