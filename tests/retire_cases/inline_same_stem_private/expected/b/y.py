from b.utils import _is_on


def convert():
    return 1 if _is_on() else 2
