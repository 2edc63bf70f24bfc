from oslo_config import cfg

import app


def test_default():
    assert app.send('c') == ['c'] * 3


def test_true():
    assert app.send('c') == ['c'] * 3


def test_by_name(workaround):
    workaround('retry_ipmi', 5)
    assert app.send('c') == ['c'] * 5


def test_by_option():
    cfg.CONF.set_override('retries', 5, 'ipmi')
    assert app.send('c') == ['c'] * 5
