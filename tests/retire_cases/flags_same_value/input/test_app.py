import unittest


class TestConvert(unittest.TestCase):
    def setUp(self):
        super().setUp()
        self.flags(fsync=False, group='workarounds')

    def test_convert(self):
        self.flags(group='workarounds', fsync=False)
        self.flags(
            fsync=False,
            group='workarounds')
        self.flags(fsync=False, disable_sync=True, group='workarounds')
        self.flags(
            fsync=False,
            disable_sync=True,
            group='workarounds',
        )
        self.flags(fsync=False, group='other')
        self.check()
