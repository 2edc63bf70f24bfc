from oslo_config import cfg

import app

CONF = cfg.CONF


def test_convert():
    assert app.convert(3) == 3


def test_size():
    assert app.size(3) == 3
