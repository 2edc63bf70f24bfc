from oslo_config import cfg

CONF = cfg.CONF


def boot(node):
    if CONF.ipmi.disable_boot_timeout:
        node.stop(1)
    if CONF['ipmi']['disable_boot_timeout']:
        node.stop(2)
    if getattr(CONF.ipmi, 'disable_boot_timeout'):
        node.stop(3)
    group = CONF.ipmi
    if group.disable_boot_timeout:
        node.stop(4)
    if CONF.workarounds.disable_boot_timeout:
        node.stop(5)
    if CONF.workarounds.skip_timeout:
        node.stop(6)
    return node.start()
