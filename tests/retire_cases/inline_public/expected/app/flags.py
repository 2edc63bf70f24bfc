def flushes():
    return False


def checks():
    return False


def unused():
    return False


class Flags:
    @property
    def waits(self):
        return False

    def check(self, disk):
        return disk.check(False, False)
