import unittest


class TestConvert(unittest.TestCase):
    def setUp(self):
        super().setUp()
        self.flags(fsync=True, group='workarounds')

    def test_convert(self):
        for value in (True, False):
            self.flags(fsync=value, group='workarounds')
            self.check()

    def _check(self, wanted):
        if wanted:
            self.flags(fsync=True, group='workarounds')
        self.check()

    def test_wanted(self):
        self._check(True)
