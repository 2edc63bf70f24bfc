from oslo_config import cfg

import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush',
    options=['flush_twice', 'delay'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    former_names=['double_flush', 'flush_delay'],
)
OTHER = cfg.BoolOpt('other', help='See double_flush.')
