from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.flags(address_count=1, group='neutron')
        self.assertTrue(app.boot(1))

    def test_on(self):
        CONF.set_override('address_count', 4, group='neutron')
        self.assertTrue(app.boot(2))
