from oslo_config import cfg

import app

CONF = cfg.CONF


def test_value(testcase, value):
    testcase.flags(disable_sync=value, group='workarounds')
    testcase.flags(disable_sync=value, disable_sync2=1, group='workarounds')
    CONF.clear_override('disable_sync', 'workarounds')
    CONF.workarounds.disable_sync = True
    assert app.convert(3) == 3


def test_in_a_loop(testcase):
    for way in app.WAYS:
        testcase.flags(disable_sync=False, group='workarounds')
    if app.WAYS:
        testcase.flags(disable_sync=False, group='workarounds')


def test_as_a_value(testcase):
    assert testcase.flags(disable_sync=True, group='workarounds') is None


CONF.set_override('disable_sync', False, 'workarounds')
