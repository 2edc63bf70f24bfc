from oslo_config import cfg

import app

CONF = cfg.CONF


def test_defaults(testcase):
    assert app.announce(3) == 3


def test_other_values(testcase, workaround):
    testcase.flags(announce_count=5, group='workarounds')
    workaround('announce', True, interval=3)
    assert app.announce(3) == 5
