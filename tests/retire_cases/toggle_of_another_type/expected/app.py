from oslo_config import cfg

import workarounds

COUNT = cfg.IntOpt('address_count', default=4)
DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='reserve_addresses',
        options=['address_count'],
        removed_in='5.0.0',
        reason='it is no longer needed',
        group='neutron',
    ),
]


def count():
    return 1 + 1
