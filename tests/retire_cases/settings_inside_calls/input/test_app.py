from unittest import mock

from oslo_config import cfg

import app
from workarounds import fixture

CONF = cfg.CONF


def test_settings(testcase, stack):
    testcase.useFixture(fixture.WorkaroundFixture(nosync=False))
    testcase.enterContext(fixture.WorkaroundFixture(nosync=False))
    stack.enter_context(fixture.WorkaroundFixture(nosync=False))
    mock.patch.object(CONF.workarounds, 'disable_sync', True).start()
    assert app.convert(3) == 3


def test_opposite(testcase):
    testcase.useFixture(fixture.WorkaroundFixture(nosync=True))
    assert app.convert(3) == 4


def test_in_other_calls(testcase):
    app.convert(CONF.set_override('disable_sync', True, 'workarounds'))
    app.run(lambda: CONF.set_override('disable_sync', True, 'workarounds'))
    app.run(lambda: CONF.set_override('disable_sync', False, 'workarounds'))
    app.WAY and CONF.set_override('disable_sync', False, 'workarounds')
