import unittest

import app
import workarounds


class TestApp(unittest.TestCase):
    def test_method(self):
        self.assertFalse(workarounds.enabled('fsync'))

    def test_through_a_name(self):
        answer = workarounds.enabled('fsync')
        assert not answer

    def test_in_the_dead_branch(self):
        if workarounds.enabled('fsync'):
            self.assertEqual(4, app.convert(3))
        self.assertEqual(3, app.convert(3))


def test_statement():
    assert not workarounds.enabled('fsync')


def test_function():
    assert app._flushes() is False


def test_other_assertions():
    assert app.convert(3) == 3
    if workarounds.enabled('fsync'):
        app.convert(4)
