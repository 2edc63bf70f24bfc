def _is_slow(disk):
    return False


class Disk:
    def right(self):
        return self.read()


def convert(disk):
    try:
        if _is_slow():
            disk.flush()
    except TypeError:
        return 'error'
    return 'done'
