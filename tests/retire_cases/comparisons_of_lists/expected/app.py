from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, bool_of):
    return [
        True,
        False,
        False,
        True,
        disk.probe(1) in [],
        not (disk.probe(2) not in []),
        False,
        0,
        False,
        True,
        0, True,
        # A second list is not the same one.
        [] is [],
        # These may be other functions.
        disk.len([]),
        bool_of([]),
        print(*[]),
        sorted([]),
    ]
