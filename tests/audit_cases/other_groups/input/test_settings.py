from unittest import mock

from app.conf import CONF


class Test:
    def test_them(self):
        self.flags(disable_boot_timeout=True, group='ipmi')
        self.config(disable_boot_timeout=True, retries=1, group='ipmi')
        CONF.set_override('disable_boot_timeout', True, group='ipmi')
        CONF.set_default('boot_delay', 3, 'agent')
        CONF.ipmi.disable_boot_timeout = True
        mock.patch.object(CONF.ipmi, 'disable_boot_timeout', True)
        mock.patch.multiple(CONF.ipmi, disable_boot_timeout=True)
        mock.patch('app.conf.CONF.ipmi.disable_boot_timeout', True)
        self.flags(address_count=1)
        self.config(address_count=4, debug=True)
        CONF.set_override('address_count', 1)
        CONF.clear_override('address_count')
        mock.patch.object(CONF, 'address_count', 1)
        mock.patch('app.conf.CONF.address_count', 1)
        self.flags(lvm_warnings=True, group='lvm-1')
        self.flags(host_version=True, group=self.backend)

    def test_others(self):
        self.flags(disable_boot_timeout=True, group='agent')
        self.flags(disable_boot_timeout=True)
        self.flags(boot_option=True)
        CONF.set_override('retries', 1, 'ipmi')
        CONF.set_override('debug', True)
        mock.patch.object(CONF, 'debug', True)
        mock.patch('app.ipmi.disable_boot_timeout', True)
