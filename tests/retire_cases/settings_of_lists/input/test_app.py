from oslo_config import cfg

import app

CONF = cfg.CONF


def test_none(testcase):
    testcase.flags(kinds=[], group='workarounds')
    assert app.convert(3) == 3


def test_some(testcase):
    testcase.flags(kinds=['a'], group='workarounds')
    assert app.convert(3) == 4
