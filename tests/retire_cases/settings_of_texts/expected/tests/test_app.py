from oslo_config import cfg

import app


def test_off(workaround):
    assert app.convert() == ['sync']


def test_neither(workaround):
    cfg.CONF.set_override('disable_sync', 'maybe', 'workarounds')
