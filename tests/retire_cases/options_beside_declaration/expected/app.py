from oslo_config import cfg

import workarounds

OPTS = [
    cfg.BoolOpt('other'),
]
FLUSH = workarounds.RemovedWorkaround(
    name='flush',
    options=['flush', 'flush_count'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)


def register_opts(conf):
    conf.register_opts(OPTS, group='workarounds')


def convert(disk):
    return disk.read()
