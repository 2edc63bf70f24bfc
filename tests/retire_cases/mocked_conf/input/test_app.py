from unittest import mock

import app


def test_sync(disk):
    with mock.patch.object(app, 'CONF') as conf:
        conf.workarounds.fsync = True
        app.convert(disk)
    disk.sync.assert_called_once_with()


@mock.patch.object(app.CONF.workarounds, 'fsync', True)
def test_sync_too(disk):
    app.convert(disk)
