# SPDX-License-Identifier: Apache-2.0
"""The workarounds that the cases retire."""

from oslo_config import cfg

import workarounds
from workarounds.declarations.declaration import Declaration

_BUGS = ['https://bugs.example.org/1']
_FIX = workarounds.NoFix('a test')

DECLARATIONS: list[Declaration] = [
    workarounds.Workaround(
        name='fsync',
        summary='Writes images to the disk before it converts them.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
    ),
    workarounds.Workaround(
        name='nosync',
        summary='Writes nothing to the disk before it converts it.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        disabled_by='disable_sync',
    ),
    workarounds.Workaround(
        name='kinds',
        summary='Does it for some kinds of ports.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        enabled_by=cfg.ListOpt('kinds', default=[]),
    ),
    workarounds.Workaround(
        name='announce',
        summary='Tells the switches where a guest is.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        params={
            'count': cfg.IntOpt('announce_count', default=3, min=1),
            'interval': cfg.IntOpt('announce_interval', default=1),
        },
    ),
    workarounds.Workaround(
        name='throttle',
        summary='Copies slowly.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        params={
            'tries': cfg.IntOpt('throttle_tries', default=3),
            'limit': cfg.IntOpt('throttle_limit', default=-1),
            'factor': cfg.FloatOpt('throttle_factor', default=-1.5),
            'unit': cfg.StrOpt('throttle_unit', default='it\'s "MiB"'),
            'host': cfg.StrOpt('throttle_host'),
            'disks': cfg.ListOpt('throttle_disks', default=['a', 'b']),
            'sizes': cfg.DictOpt('throttle_sizes', default={'a': '1'}),
        },
    ),
    workarounds.Workaround(
        name='skip_timeout',
        summary='Starts machines without a limit of time.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        enabled_by='disable_boot_timeout',
        group='ipmi',
    ),
    workarounds.Workaround(
        name='retry_boot',
        summary='Starts machines twice.',
        bugs=_BUGS,
        fix=_FIX,
        expires='4.0.0',
        disabled_by='boot_once',
        group='DEFAULT',
    ),
    workarounds.RemovedWorkaround(
        name='gone',
        options=['gone'],
        removed_in='3.0.0',
        reason='Nobody needs it.',
    ),
]
