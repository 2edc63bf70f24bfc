from oslo_config import cfg

import workarounds

COMMON = [
    cfg.BoolOpt('disable_boot_timeout'),
    cfg.BoolOpt('debug'),
]
OPTS = [
    cfg.BoolOpt('disable_boot_timeout', default=False),
    cfg.IntOpt('retries'),
]
TIMEOUT = workarounds.Workaround(
    name='skip_timeout',
    summary='Starts machines without a limit of time.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.BoolOpt('disable_boot_timeout', default=False),
    group='ipmi',
    params={'delay': ('agent', cfg.IntOpt('boot_delay', default=5))},
)


def register_opts(conf):
    conf.register_opts(COMMON, group='workarounds')
    conf.register_opts(OPTS, group='ipmi')
    conf.register_opt(cfg.IntOpt('boot_delay', default=5), group='agent')


def boot(node):
    if workarounds.enabled('skip_timeout'):
        node.wait(workarounds.param('skip_timeout', 'delay'))
    return node.start()
