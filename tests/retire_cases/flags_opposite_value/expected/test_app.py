import unittest


class TestConvert(unittest.TestCase):
    def test_convert(self):
        self.check()
