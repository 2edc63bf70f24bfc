from oslo_config import cfg

import app

CONF = cfg.CONF


def test_off(testcase):
    testcase.flags(announce_count=5, group='workarounds')
    CONF.set_override('announce_interval', 7, 'workarounds')
    testcase.flags(announce=False, group='workarounds')
    assert app.announce(3) == 3


def test_on(testcase):
    testcase.flags(announce=True, announce_count=5, group='workarounds')
    assert app.announce(3) == 5


def test_twice(testcase):
    testcase.flags(announce=False, announce_count=5, group='workarounds')
    assert app.announce(3) == 3
