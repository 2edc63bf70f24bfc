import unittest


class TestConvert(unittest.TestCase):
    def test_flush(self):
        self.flags(fsync=True, group='workarounds')
        self.check()

    def test_convert(self):
        self.flags(fsync=False, group='workarounds')
        self.check()
