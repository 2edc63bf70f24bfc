from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    try:
        if CONF['workarounds']['fsync'] or CONF.workarounds.fsync:
            disk.sync()
        disk.close()
    except (KeyError, AttributeError):
        return False
    return True
