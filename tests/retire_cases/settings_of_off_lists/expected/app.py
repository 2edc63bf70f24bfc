from oslo_config import cfg

import workarounds

RESERVE = workarounds.Workaround(
    name='reserve_addresses',
    summary='Reserves addresses for each stage of a boot.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.ListOpt('stages', default=['pxe']),
    off_values=[['none']],
    group='neutron',
)


def boot(node):
    return node.start()


def show():
    print(workarounds.value('reserve_addresses'))
