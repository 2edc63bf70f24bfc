from oslo_config import cfg

import workarounds

RESERVE = workarounds.Workaround(
    name='reserve_addresses',
    summary='Reserves addresses for each stage of a boot.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.IntOpt('address_count', default=4),
    off_values=[1],
    group='neutron',
)


def boot(node):
    if workarounds.enabled('reserve_addresses'):
        node.reserve(workarounds.value('reserve_addresses'))
    return node.start()
