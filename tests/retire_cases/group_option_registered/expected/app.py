from oslo_config import cfg

import workarounds

COMMON = [
    cfg.BoolOpt('disable_boot_timeout'),
    cfg.BoolOpt('debug'),
]
OPTS = [
    cfg.IntOpt('retries'),
]
TIMEOUT = workarounds.RemovedWorkaround(
    name='skip_timeout',
    options=['disable_boot_timeout'],
    removed_in='5.0.0',
    reason='it is no longer needed',
    group='ipmi',
    former_names=[('agent', 'boot_delay')],
)


def register_opts(conf):
    conf.register_opts(COMMON, group='workarounds')
    conf.register_opts(OPTS, group='ipmi')
    conf.register_opt(cfg.IntOpt('boot_delay', default=5), group='agent')


def boot(node):
    return node.start()
