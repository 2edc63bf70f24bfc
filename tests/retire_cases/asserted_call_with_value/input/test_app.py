from unittest import mock

from oslo_config import cfg

import app

CONF = cfg.CONF


def test_it():
    disk = mock.Mock()
    app.convert(disk)
    disk.convert.assert_called_once_with(sync=CONF.workarounds.fsync)
