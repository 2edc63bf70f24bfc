from oslo_config import cfg

import app


def test_off(workaround):
    workaround('retry_ipmi', 1)
    assert app.send('c') == ['c']


def test_default(workaround):
    workaround('retry_ipmi', 3)
    assert app.send('c') == ['c'] * 3


def test_true(workaround):
    workaround('retry_ipmi', True)
    assert app.send('c') == ['c'] * 3


def test_by_name(workaround):
    workaround('retry_ipmi', 5)
    assert app.send('c') == ['c'] * 5


def test_by_option():
    cfg.CONF.set_override('retries', 5, 'ipmi')
    assert app.send('c') == ['c'] * 5
