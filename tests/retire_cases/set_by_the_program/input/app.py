from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def prepare(conf):
    conf.set_override('fsync', True, group='workarounds')


def convert():
    if workarounds.enabled('fsync'):
        return 'on'
    CONF.clear_override('fsync', group='workarounds')
    return 'off'
