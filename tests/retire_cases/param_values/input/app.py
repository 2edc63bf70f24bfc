from oslo_config import cfg

import workarounds

CONF = cfg.CONF


LIMIT = CONF.workarounds.throttle_tries


def copy(disk, a):
    limit = workarounds.param('throttle', 'limit')
    disks = workarounds.param('throttle', 'disks')
    if workarounds.param('throttle', 'unit'):
        disk.open(limit, disks)
    if not CONF.workarounds.throttle_host:
        disk.check()
    return [
        CONF.workarounds.throttle_limit ** 2,
        - CONF.workarounds.throttle_limit,
        (CONF.workarounds.throttle_limit),
        abs(workarounds.param('throttle', 'limit')),
        workarounds.param('throttle', 'limit').bit_length(),
        workarounds.param('throttle', 'tries').bit_length(),
        CONF.workarounds.throttle_tries.real,
        workarounds.param('throttle', 'factor') + 1,
        workarounds.param('throttle', 'unit'),
        f"{CONF.workarounds.throttle_tries} {CONF.workarounds.throttle_host}",
        CONF.workarounds.throttle_unit.upper(),
        workarounds.param('throttle', 'host'),
        workarounds.param('throttle', 'disks'),
        CONF.workarounds.throttle_sizes['a'],
    ]


def compare(disk, a):
    return [
        CONF.workarounds.throttle_tries == 3,
        CONF.workarounds.throttle_tries != 3,
        CONF.workarounds.throttle_tries == 'three',
        "MiB" == CONF.workarounds.throttle_unit,
        CONF.workarounds.throttle_host is None,
        None is not CONF.workarounds.throttle_host,
        CONF.workarounds.throttle_tries > 2,
        a < 3 and CONF.workarounds.throttle_tries,
        a if CONF.workarounds.throttle_tries else disk,
        len(CONF.workarounds.throttle_unit),
        len(CONF.workarounds.throttle_disks),
        [x for x in CONF.workarounds.throttle_disks],
        a in CONF.workarounds.throttle_disks,
    ]
