from oslo_config import cfg

CONF = cfg.CONF


def boot(node):
    if CONF.workarounds.disable_boot_timeout:
        node.stop(5)
    if CONF.workarounds.skip_timeout:
        node.stop(6)
    return node.start()
