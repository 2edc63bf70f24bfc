WAIT = 3


def flush(disk):
    disk.flush()


def _used(disk):
    disk.flush()
