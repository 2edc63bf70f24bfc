from oslo_config import cfg

import workarounds

COUNT = cfg.IntOpt('address_count', default=4)
DECLARATIONS = [
    workarounds.Workaround(
        name='reserve_addresses',
        summary='Reserves an address for each stage of a boot.',
        bugs=['https://bugs.example.org/2'],
        fix=workarounds.NoFix('a test'),
        expires='4.0.0',
        enabled_by=COUNT,
        off_values=[1],
        group='neutron',
    ),
]


def count():
    return workarounds.value('reserve_addresses') + 1
