from unittest import mock

import app


@mock.patch.multiple(app, _ON=True)
def test_convert():
    disk = mock.Mock()
    app.convert(disk)
    disk.flush.assert_called_once_with(3)
