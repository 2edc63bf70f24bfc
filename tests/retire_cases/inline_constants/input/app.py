import workarounds


def _number():
    """Return a number."""
    if workarounds.enabled('fsync'):
        return 4
    return 3


def _text(disk):
    return disk.name if workarounds.enabled('fsync') else 'none'


def _nothing(disk):
    if workarounds.enabled('fsync'):
        return disk.a


def _return(disk):
    if not workarounds.enabled('fsync'):
        return
    return disk.a


def _none(disk):
    return disk.a if workarounds.enabled('fsync') else None


def _list(disk):
    return disk.parts if workarounds.enabled('fsync') else []


def _documented(disk):
    """Flush it."""
    if workarounds.enabled('fsync'):
        disk.flush()


def convert(disk):
    return [
        _number(),
        _text(disk),
        _nothing(disk),
        _return(disk),
        _none(disk),
        _list(disk),
        _documented(disk),
        _number() + _number(),
    ]
