from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.assertTrue(app.boot(1))

    def test_off_too(self):
        self.assertTrue(app.boot(1))
