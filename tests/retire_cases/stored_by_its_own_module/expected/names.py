_ON = False


def convert(disk):
    if _ON:
        disk.flush()


def always(disk):
    globals().update(disk.names)
