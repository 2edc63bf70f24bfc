from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.flags(stages=[], group='neutron')
        self.assertTrue(app.boot(1))

    def test_off_too(self):
        self.flags(stages=['none'], group='neutron')
        self.assertTrue(app.boot(1))

    def test_on(self):
        CONF.set_override('stages', ['pxe'], group='neutron')
        self.assertTrue(app.boot(2))
