import unittest
from unittest import mock


class TestConvert(unittest.TestCase):
    @mock.patch('os.fsync')
    def test_flush(self, fsync):
        self.flags(disable_sync=False, group='workarounds')
        self.check()
        fsync.assert_called_once_with(3)

    def test_convert(self):
        self.flags(disable_sync=True, group='workarounds')
        self.check()
