import unittest

import app
from workarounds import fixture


class TestConvert(unittest.TestCase):
    def test_convert(self):
        self.useFixture(fixture.WorkaroundFixture(fsync=False))
        self.useFixture(
            fixture.WorkaroundFixture(fsync=False, nosync=True)
        )
        self.assertEqual(3, app.convert(3))

    def test_flush(self):
        self.useFixture(fixture.WorkaroundFixture(fsync=True))
        self.assertEqual(4, app.convert(3))

    def test_size(self):
        self.assertEqual(3, app.size(3))


def test_convert(workaround):
    workaround('fsync', False)
    workaround('nosync', True)
    assert app.convert(3) == 3


def test_flush(workaround):
    workaround('fsync', True)
    assert app.convert(3) == 4
