from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk, a, b):
    return [
        CONF.workarounds.disable_sync == True,
        CONF.workarounds.disable_sync is True,
        workarounds.enabled('nosync') is not False,
        None is not workarounds.enabled('nosync'),
        False != workarounds.enabled('nosync'),
        CONF.workarounds.disable_sync is None,
        CONF.workarounds.disable_sync == 'yes',
        CONF.workarounds.disable_sync == 1,
        CONF.workarounds.disable_sync == [],
        workarounds.enabled('nosync') == CONF.workarounds.disable_sync,
        # Nobody knows these.
        CONF.workarounds.disable_sync == a,
        CONF.workarounds.disable_sync < 1,
        CONF.workarounds.disable_sync == workarounds.enabled('nosync') == a,
        CONF.workarounds.disable_sync in b,
        a in (1, workarounds.enabled('nosync')),
    ]
