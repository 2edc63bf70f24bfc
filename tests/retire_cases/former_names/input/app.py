from oslo_config import cfg

import workarounds

TIMEOUT = workarounds.Workaround(
    name='skip_timeout',
    summary='Starts machines without a limit of time.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.BoolOpt(
        'disable_boot_timeout',
        default=False,
        deprecated_name='no_timeout',
        deprecated_opts=[
            cfg.DeprecatedOpt('disable_boot_timeout', group='DEFAULT'),
            cfg.DeprecatedOpt('skip', group='conductor'),
        ],
    ),
    group='ipmi',
    params={
        'delay': (
            'agent',
            cfg.IntOpt('boot_delay', default=5, deprecated_group='ipmi'),
        ),
    },
)


def boot(node):
    if workarounds.enabled('skip_timeout'):
        node.wait(workarounds.param('skip_timeout', 'delay'))
    return node.start()
