import unittest


class TestConvert(unittest.TestCase):
    def test_flush(self):
        self.check()
