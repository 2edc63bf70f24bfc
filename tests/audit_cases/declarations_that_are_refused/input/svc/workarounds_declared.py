import datetime
import os

from oslo_config import cfg
import workarounds
from workarounds import NoFix
from workarounds import PackageFix
from workarounds import Workaround

from svc import opts
from svc.limits import NEXT

BUGS = ['https://bugs.example.org/1']
COMMON = {'bugs': BUGS, 'fix': NoFix('why'), 'summary': 'Flushes.'}
LATER = []
LATER.append('https://bugs.example.org/2')

REFUSED = [
    Workaround(name='commas', **COMMON, expires='4,0,0'),
    Workaround(name='words', **COMMON, expires='soon'),
    Workaround(name='text_date', **COMMON, expires='2026-12-31'),
    Workaround(name='series', **COMMON, expires='2026.1'),
    Workaround(name='number', **COMMON, expires=36),
    Workaround(name='no_expiry', **COMMON),
    Workaround(name='misspelt', **COMMON, expire='36.0.0'),
    Workaround(name='misspelt_too', **COMMON, expires=NEXT, owners=os.name),
    Workaround(name='imported', **COMMON, expires=opts.SOMETIME),
    Workaround(name='no_fields'),
    Workaround(**COMMON, expires='36.0.0'),
    Workaround('positional', **COMMON, expires='36.0.0'),
    Workaround(name='with-dash', **COMMON, expires='36.0.0'),
    Workaround(
        name='late', **COMMON, introduced=['6.0.0', '5.1.0'], expires='6.0.0'
    ),
    Workaround(
        name='renewed',
        **COMMON,
        expires='36.0.0',
        renewed_from=['37.0.0', datetime.date(2026, 1, 1)],
    ),
    Workaround(
        name='two_toggles',
        **COMMON,
        expires='36.0.0',
        enabled_by='a',
        disabled_by='b',
    ),
    Workaround(
        name='not_off',
        **COMMON,
        expires='36.0.0',
        enabled_by=cfg.IntOpt('tries', default=3, help=os.name),
    ),
    Workaround(
        name='never_that_value',
        **COMMON,
        expires='36.0.0',
        enabled_by=opts.TRIES,
        off_values=[0],
    ),
    Workaround(
        name='half_deprecated',
        **COMMON,
        expires='36.0.0',
        deprecated_since='34.0.0',
    ),
    Workaround(
        name='empty_reason', **COMMON, expires=workarounds.Never('')
    ),
    Workaround(
        name='wrong_fix',
        summary='Flushes.',
        bugs=['example.org/1'],
        fix=PackageFix(component='qemu', versoin='2.2.0'),
        expires='36.0.0',
    ),
    workarounds.RemovedWorkaround(
        name='gone', options='gone', removed_in='soon', raeson='fixed'
    ),
    workarounds.RemovedWorkaround(
        name='gone_before_it_came',
        options=[],
        introduced='36.0.0',
        removed_in='35.0.0',
        reason='fixed',
    ),
    Workaround(
        name='positional_fixes',
        summary='Flushes.',
        bugs=BUGS,
        fix=[workarounds.ReleaseFix('3.1.0'), PackageFix('qemu', os.name)],
        expires=workarounds.Nevr('why'),
    ),
    Workaround(
        name='no_such_fix',
        summary='Flushes.',
        bugs=BUGS,
        fix=workarounds.AnyOf(workarounds.ReleaseFx(version='1.0.0')),
        expires=datetime.date(2026, 13, 1),
        enabled_by=cfg.BoolOpt('flush', min=1),
        params={'why': workarounds.NoFix('a', 'b')},
    ),
    workarounds.Workaroud(name='no_such_class', **COMMON, expires='1.0.0'),
]
