import unittest

import workarounds


class TestIt(unittest.TestCase):
    @unittest.skipUnless(workarounds.enabled('fsync'), 'off')
    def test_a(self):
        self.assertEqual(workarounds.enabled('fsync'), True)

    def test_b(self):
        self.skipTest('off')
        self.assertEqual(1, 1)
