import workarounds


def _limit(disk):
    if workarounds.enabled('fsync'):
        return disk.size


def convert(disk):
    limit = _limit(disk)
    if limit is not None:
        disk.resize(limit)
