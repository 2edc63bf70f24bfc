from oslo_config import cfg

import app

CONF = cfg.CONF


def test_on(workaround):
    workaround('fsync', True)
    assert app.convert(3) == 4
