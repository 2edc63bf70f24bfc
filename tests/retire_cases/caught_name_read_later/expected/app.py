def check(disk):
    try:
        disk.check()
    except OSError as error:
        disk.later(lambda: error)
    return disk.read()


def check_by_name(disk):
    error = None

    def show():
        return error

    try:
        disk.check()
    except OSError as error:
        disk.later(show)
    return disk.read()


def check_below(disk):
    error = None
    try:
        disk.check()
    except OSError as error:
        pass
    return error


def check_again(disk):
    try:
        disk.check()
    except OSError:
        pass
    try:
        disk.check()
    except OSError as error:
        disk.tell(error)
    return disk.read()
