from oslo_config import cfg

CONF = cfg.CONF


def boot(node, conf, config):
    if not CONF.boot_once:
        node.start(1)
    if not CONF['boot_once']:
        node.start(2)
    if not getattr(cfg.CONF, 'boot_once'):
        node.start(3)
    if not conf.boot_once:
        node.start(4)
    if not config.boot_once:
        node.start(5)
    if not CONF.workarounds.boot_once:
        node.start(6)
    if not node.boot_once:
        node.start(7)
    return node.start()
