from oslo_config import cfg

import app

CONF = cfg.CONF


def test_none(testcase):
    assert app.convert(3) == 3
