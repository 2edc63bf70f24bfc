from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.config(debug=True)
        self.assertTrue(app.boot(1))

    def test_of_other_groups(self):
        self.flags(boot_once=False, group='ipmi')
        CONF.set_override('debug', True)
        self.assertTrue(app.boot(2))
