from app.base import Driver
from app.settings import BACKEND
from oslo_config import cfg

CONF = cfg.CONF


class Lvm(Driver):
    def inherited(self):
        self.configuration.lvm_warnings
        self.configuration.safe_get('address_count')


class Nfs:
    def __init__(self, configuration):
        self.values = configuration

    def assigned(self):
        self.values.lvm_warnings


def passed(conf, section, backends, name, ipmi):
    conf.disable_boot_timeout
    getattr(section, 'disable_boot_timeout')
    backends[name].lvm_warnings
    ipmi.disable_boot_timeout
    section.boot_option
    backends.other_option


def found(name):
    values = find_group(name)
    values.lvm_warnings
    find_options(name).get('boot_delay')
    BACKEND.lvm_warnings


def other_objects(node):
    node.lvm_warnings
    CONF.lvm_warnings
    config = CONF
    config.lvm_warnings
    CONF.safe_get('lvm_warnings')
    options = {'lvm_warnings': True}
    options['lvm_warnings']
