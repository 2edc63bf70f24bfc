from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if CONF.get('workarounds').fsync:
        disk.flush()
    if CONF.get('workarounds')['fsync']:
        disk.sync()
    group = CONF.get('workarounds')
    return group.fsync
