from oslo_config import cfg

CONF = cfg.CONF


LIMIT = 3


def copy(disk, a):
    limit = (-1)
    disks = ['a', 'b']
    disk.open(limit, disks)
    disk.check()
    return [
        (-1) ** 2,
        - (-1),
        (-1),
        abs((-1)),
        (-1).bit_length(),
        (3).bit_length(),
        (3).real,
        (-1.5) + 1,
        'it\'s "MiB"',
        f"{3} {None}",
        'it\'s "MiB"'.upper(),
        None,
        ['a', 'b'],
        {'a': '1'}['a'],
    ]


def compare(disk, a):
    return [
        True,
        False,
        False,
        False,
        True,
        False,
        3 > 2,
        a < 3 and 3,
        a,
        len('it\'s "MiB"'),
        len(['a', 'b']),
        [x for x in ['a', 'b']],
        a in ['a', 'b'],
    ]
