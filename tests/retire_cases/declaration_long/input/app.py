from oslo_config import cfg

import workarounds

FLUSH = workarounds.Workaround(
    name='flush_before_read',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    params={
        'count': cfg.IntOpt('flush_before_read_count', default=3),
        'interval': cfg.IntOpt('flush_before_read_interval', default=1),
        'timeout': cfg.IntOpt('flush_before_read_timeout', default=1),
    },
)
