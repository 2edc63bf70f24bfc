from unittest import mock

from oslo_config import cfg

import app

CONF = cfg.CONF


class Test(app.TestCase):
    def test_off(self):
        self.config(disable_boot_timeout=False, group='ipmi')
        self.config(disable_boot_timeout=False, retries=1, group='ipmi')
        CONF.set_override('disable_boot_timeout', False, group='ipmi')
        self.assertTrue(app.boot(1))

    def test_of_other_groups(self):
        self.config(disable_boot_timeout=True, group='agent')
        self.flags(skip_timeout=True, group='workarounds')
        CONF.set_override('disable_boot_timeout', True)
        self.assertTrue(app.boot(2))

    def test_of_any_group(self):
        CONF.set_override('disable_boot_timeout', False, group=self.group)
        self.assertTrue(app.boot(3))

    def test_on(self):
        self.flags(disable_boot_timeout=True, group='ipmi')
        self.assertTrue(app.boot(4))

    def test_patched_on(self):
        mock.patch.object(CONF.ipmi, 'disable_boot_timeout', True).start()
        self.assertTrue(app.boot(5))
