def _handle_raw():
    return 1


def convert(k):
    return globals()['_handle_' + k]()
