from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    return {
        1: False,
        2: not a,
        3: a,
        4: a,
        5: False,
        6: True,
        7: a < b,
        8: False,
        9: True,
        10: disk.probe(10) < b and False,
        11: not a and isinstance(b, int),
        12: [False,
             a],
        13: disk.open(a,
                      b=b),
        14: not (disk.probe(14) and False),
        15: bool(a) and hasattr(b, 'c'),
        16: a if b else disk,
        17: disk,
    }


def stay(disk, a, b):
    return [
        a and False,
        a and True,
        a or False,
        a or True,
        disk.bool(a) and True,
        a if disk.probe() and False else b,
        (a < b and b) or True,
    ]
