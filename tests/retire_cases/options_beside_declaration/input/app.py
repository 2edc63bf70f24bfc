from oslo_config import cfg

import workarounds

OPTS = [
    cfg.BoolOpt('flush'),
    cfg.IntOpt('flush_count', default=len('three')),
    cfg.BoolOpt('other'),
]
FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    params={'count': cfg.IntOpt('flush_count', default=len('three'))},
)


def register_opts(conf):
    conf.register_opts(OPTS, group='workarounds')


def convert(disk):
    if workarounds.enabled('flush'):
        disk.flush()
    return disk.read()
