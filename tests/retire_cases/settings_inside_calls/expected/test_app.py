from oslo_config import cfg

import app

CONF = cfg.CONF


def test_settings(testcase, stack):
    assert app.convert(3) == 3


def test_in_other_calls(testcase):
    app.convert(CONF.set_override('disable_sync', True, 'workarounds'))
    app.run(lambda: CONF.set_override('disable_sync', True, 'workarounds'))
    app.run(lambda: CONF.set_override('disable_sync', False, 'workarounds'))
    app.WAY and CONF.set_override('disable_sync', False, 'workarounds')
