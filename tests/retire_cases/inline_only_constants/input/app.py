import workarounds


LIMIT = 3


def _always():
    return False


def _name(disk):
    return disk.a if workarounds.enabled('fsync') else disk


def _negative(disk):
    return disk.a if workarounds.enabled('fsync') else -1


def _filled(disk):
    return disk.parts if workarounds.enabled('fsync') else [LIMIT]


def _mapping(disk):
    return disk.info if workarounds.enabled('fsync') else {}


def _with_effect(disk):
    disk.open()
    if workarounds.enabled('fsync'):
        return disk.a
    return 1


def _branch(disk):
    if disk.raw and not workarounds.enabled('fsync'):
        return 1


def _fails(disk):
    if workarounds.enabled('fsync'):
        return 1
    raise ValueError(disk)


def _parts(disk):
    if workarounds.enabled('fsync'):
        yield disk
    yield 1


def convert(disk):
    return [
        _always(),
        _name(disk),
        _negative(disk),
        _filled(disk),
        _mapping(disk),
        _with_effect(disk),
        _branch(disk),
        _parts(disk),
        _fails(disk),
    ]
