from oslo_config import cfg

import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    params={'count': cfg.IntOpt('flush_count', default=len('three'))},
)


def convert(disk):
    if workarounds.enabled('flush'):
        disk.flush(workarounds.param('flush', 'count'))
    return disk.read()
