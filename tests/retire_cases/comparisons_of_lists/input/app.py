from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, bool_of):
    kinds = CONF.workarounds.kinds
    return [
        CONF.workarounds.kinds == [],
        [] != CONF.workarounds.kinds,
        a in CONF.workarounds.kinds,
        a not in workarounds.value('kinds'),
        disk.probe(1) in CONF.workarounds.kinds,
        not (disk.probe(2) not in CONF.workarounds.kinds),
        bool(CONF.workarounds.kinds),
        len(CONF.workarounds.kinds),
        any(CONF.workarounds.kinds),
        all(CONF.workarounds.kinds),
        len(kinds), kinds == [],
        # A second list is not the same one.
        CONF.workarounds.kinds is [],
        # These may be other functions.
        disk.len(CONF.workarounds.kinds),
        bool_of(CONF.workarounds.kinds),
        print(*CONF.workarounds.kinds),
        sorted(CONF.workarounds.kinds),
    ]
