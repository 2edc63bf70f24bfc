from oslo_config import cfg

import app

CONF = cfg.CONF


def test_convert():
    CONF.set_override('disable_sync', True, 'workarounds')
    CONF.set_override('disable_sync', True, group='workarounds')
    assert app.convert(3) == 3


def test_flush():
    CONF.set_override('disable_sync', False, 'workarounds')
    assert app.convert(3) == 4


def test_size():
    assert app.size(3) == 3
