from unittest import mock

import app


@mock.patch.object(app, '_is_on', return_value=True)
def test_on(is_on):
    assert app.convert(1)
