from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    try:
        disk.close()
    except (KeyError, AttributeError):
        return False
    return True
