from a import is_on


def convert():
    return 1 if is_on() else 2
