from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.flags(boot_once=True)
        self.config(boot_once=True, debug=True)
        CONF.set_override('boot_once', True)
        self.assertTrue(app.boot(1))

    def test_of_other_groups(self):
        self.flags(boot_once=False, group='ipmi')
        CONF.set_override('debug', True)
        self.assertTrue(app.boot(2))

    def test_on(self):
        CONF.set_default('boot_once', False)
        self.assertTrue(app.boot(3))
