import functools


@functools.lru_cache(maxsize=4)
def size(path, sync=False):
    return path, sync


class Disk:
    name = 'disk'
    attempts = 1
    sync = False
