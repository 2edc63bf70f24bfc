from oslo_config import cfg

import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.BoolOpt('flush_twice', deprecated_name='double_flush'),
    params={'delay': cfg.IntOpt('delay', deprecated_name='flush_delay')},
)
OTHER = cfg.BoolOpt('other', help='See double_flush.')
