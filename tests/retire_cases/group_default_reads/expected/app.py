from oslo_config import cfg

CONF = cfg.CONF


def boot(node, conf, config):
    if not config.boot_once:
        node.start(5)
    if not CONF.workarounds.boot_once:
        node.start(6)
    if not node.boot_once:
        node.start(7)
    return node.start()
