def _is_on():
    return True


def convert():
    return 1 if _is_on() else 2
