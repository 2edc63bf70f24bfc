from oslo_config import cfg

import app

CONF = cfg.CONF


def test_defaults(testcase, workaround):
    testcase.flags(announce_count=3, group='workarounds')
    CONF.set_override('announce_interval', 1, 'workarounds')
    workaround('announce', True, count=3, interval=1)
    assert app.announce(3) == 3


def test_other_values(testcase, workaround):
    testcase.flags(announce_count=5, group='workarounds')
    workaround('announce', True, interval=3)
    assert app.announce(3) == 5


def test_off(workaround):
    workaround('announce', False)
    assert app.announce(3) == 0
