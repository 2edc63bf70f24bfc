from app.conf import CONF as conf
from oslo_config import cfg

CONF = cfg.CONF
ipmi = CONF.ipmi


def direct(self, backend):
    CONF.ipmi.disable_boot_timeout
    CONF['ipmi']['disable_boot_timeout']
    getattr(CONF.ipmi, 'disable_boot_timeout')
    CONF.ipmi.get('disable_boot_timeout')
    cfg.CONF.ipmi.disable_boot_timeout
    conf.ipmi.disable_boot_timeout
    ipmi.disable_boot_timeout
    self.conf.agent.boot_delay
    CONF.address_count
    CONF['address_count']
    getattr(cfg.CONF, 'address_count')
    self.conf.address_count
    conf.address_count
    CONF['lvm-1'].lvm_warnings
    getattr(CONF, 'lvm-2').lvm_warnings
    CONF.nfs.host_version


def perhaps(self, backend):
    hasattr(CONF.ipmi, 'disable_boot_timeout')
    self.ipmi.disable_boot_timeout
    CONF[backend].lvm_warnings
    getattr(conf, backend).boot_option
    self.configuration.host_version
    self.config.address_count


def other_options(self, name, config):
    CONF.ipmi.retries
    CONF.agent.disable_boot_timeout
    CONF.disable_boot_timeout
    CONF.boot_option
    CONF.ipmi.address_count
    CONF.workarounds_of_others
    self.address_count
    self.host_version
    getattr(CONF.ipmi, name)
    dict(CONF.ipmi)
    getattr(CONF, name)
