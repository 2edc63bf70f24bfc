import app
import workarounds


def test_default():
    assert not workarounds.enabled('fsync')


def test_on(testcase):
    assert workarounds.enabled('fsync')


class TestIt:
    def test_a(self):
        self.assertFalse(workarounds.enabled('fsync'))

    def test_b(self):
        self.assertTrue(workarounds.enabled('fsync'))
