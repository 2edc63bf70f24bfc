from unittest import mock

import app


@mock.patch('app._flushes', return_value=True)
def test_flush(flushes):
    disk = mock.Mock()
    app.convert(disk)
    disk.flush.assert_called_once_with()
