import functools

import workarounds


@functools.lru_cache(maxsize=8 if workarounds.enabled('fsync') else 4)
def size(path, sync=workarounds.enabled('fsync')):
    return path, sync


class Disk:
    name = 'disk'
    if workarounds.enabled('fsync'):
        attempts = 3
    else:
        attempts = 1
    sync = workarounds.enabled('fsync')
