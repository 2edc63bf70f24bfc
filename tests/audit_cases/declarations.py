# SPDX-License-Identifier: Apache-2.0
"""The workarounds that the cases know, unless they declare their own."""

import datetime

from oslo_config import cfg

import workarounds

_BUGS = ['https://bugs.example.org/1']
_FIX = workarounds.NoFix('a test')

DECLARATIONS = [
    workarounds.Workaround(
        name='flush',
        summary='Flushes images before they are converted.',
        bugs=_BUGS,
        fix=_FIX,
        expires='36.0.0',
        enabled_by='flush_images',
        params={'delay': cfg.IntOpt('flush_delay', default=5)},
    ),
    workarounds.Workaround(
        name='announce_self',
        summary='Lets guests announce themselves.',
        bugs=_BUGS,
        fix=_FIX,
        expires='36.0.0',
        disabled_by='disable_announce',
    ),
    workarounds.Workaround(
        name='bind_ports',
        summary='Binds ports of some kinds late.',
        bugs=_BUGS,
        fix=_FIX,
        expires='36.0.0',
        enabled_by=cfg.ListOpt('port_kinds', default=[]),
    ),
    workarounds.Workaround(
        name='wait_for_agent',
        summary='Waits for the agent; has expired in what the cases audit.',
        bugs=_BUGS,
        fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
        expires='35.0.0',
    ),
    workarounds.Workaround(
        name='poll_slowly',
        summary='Polls every minute; has expired the day before.',
        bugs=_BUGS,
        fix=_FIX,
        expires=datetime.date(2026, 11, 22),
    ),
    workarounds.RemovedWorkaround(
        name='old_luks',
        options=['disable_luks', 'luks_cipher'],
        removed_in='20.0.0',
        reason='Every supported QEMU knows LUKS.',
    ),
]
