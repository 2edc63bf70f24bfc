from oslo_config import cfg

CONF = cfg.CONF


def boot(node, backend, name):
    if getattr(CONF.ipmi, name):
        node.stop(2)
    if CONF[backend].disable_boot_timeout:
        node.stop(3)
    if node.ipmi.disable_boot_timeout:
        node.stop(4)
    if CONF[backend].boot_once:
        node.stop(5)
    if getattr(CONF.agent, name):
        node.stop(6)
    return node.start()


class Driver:
    def __init__(self, configuration):
        self.configuration = configuration

    def boot(self, node):
        if self.configuration.disable_boot_timeout:
            node.stop(1)
        if self.configuration.safe_get('disable_boot_timeout'):
            node.stop(2)
        return node.start()
