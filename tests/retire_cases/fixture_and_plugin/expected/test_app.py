import unittest

import app
from workarounds import fixture


class TestConvert(unittest.TestCase):
    def test_convert(self):
        self.useFixture(
            fixture.WorkaroundFixture(nosync=True)
        )
        self.assertEqual(3, app.convert(3))

    def test_size(self):
        self.assertEqual(3, app.size(3))


def test_convert(workaround):
    workaround('nosync', True)
    assert app.convert(3) == 3
