from oslo_config import cfg

import app


def test_on(workaround):
    cfg.CONF.set_override('disable_sync', 'false', 'workarounds')
    assert app.convert() == []


def test_off(workaround):
    cfg.CONF.set_override('disable_sync', 'Yes', 'workarounds')
    assert app.convert() == ['sync']


def test_neither(workaround):
    cfg.CONF.set_override('disable_sync', 'maybe', 'workarounds')
