from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    return {
        1: not CONF.workarounds.disable_sync,
        2: not (a and CONF.workarounds.disable_sync),
        3: CONF.workarounds.disable_sync and a,
        4: workarounds.enabled('nosync') or a,
        5: workarounds.enabled('nosync') and disk.probe(5),
        6: CONF.workarounds.disable_sync or disk.probe(6),
        7: a < b and CONF.workarounds.disable_sync,
        8: a < b and workarounds.enabled('nosync'),
        9: a < b or CONF.workarounds.disable_sync,
        10: disk.probe(10) < b and workarounds.enabled('nosync'),
        11: not a and isinstance(b, int) and CONF.workarounds.disable_sync,
        12: [not CONF.workarounds.disable_sync,
             workarounds.enabled('nosync') or a],
        13: disk.open(CONF.workarounds.disable_sync and a,
                      b=workarounds.enabled('nosync') or b),
        14: not (disk.probe(14) and workarounds.enabled('nosync')),
        15: bool(a) and hasattr(b, 'c') and CONF.workarounds.disable_sync,
        16: a if b and CONF.workarounds.disable_sync else disk,
        17: a if b and workarounds.enabled('nosync') else disk,
    }


def stay(disk, a, b):
    return [
        a and workarounds.enabled('nosync'),
        a and CONF.workarounds.disable_sync,
        a or workarounds.enabled('nosync'),
        a or CONF.workarounds.disable_sync,
        disk.bool(a) and CONF.workarounds.disable_sync,
        a if disk.probe() and workarounds.enabled('nosync') else b,
        (a < b and b) or CONF.workarounds.disable_sync,
    ]
