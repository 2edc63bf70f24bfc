from oslo_config import cfg

CONF = cfg.CONF


def test_the_disk():
    CONF.set_override('disable_sync', False, 'workarounds')
