LIMIT = 3


def _always():
    return False


def _name(disk):
    return disk


def _negative(disk):
    return -1


def _filled(disk):
    return [LIMIT]


def _mapping(disk):
    return {}


def _with_effect(disk):
    disk.open()
    return 1


def _branch(disk):
    if disk.raw:
        return 1


def _fails(disk):
    raise ValueError(disk)


def _parts(disk):
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
