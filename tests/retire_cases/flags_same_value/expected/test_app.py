import unittest


class TestConvert(unittest.TestCase):
    def setUp(self):
        super().setUp()

    def test_convert(self):
        self.flags(disable_sync=True, group='workarounds')
        self.flags(
            disable_sync=True,
            group='workarounds',
        )
        self.flags(fsync=False, group='other')
        self.check()
