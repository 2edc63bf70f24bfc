WAIT = 3
_TRIES = 5


class _Flusher:
    pass


def _flush(disk, flusher):
    disk.flush()


def _wait():
    _pause()


def _pause():
    pass


def flush(disk):
    disk.flush()


def _used(disk):
    disk.flush()
