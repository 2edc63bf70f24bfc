from oslo_config import cfg

CONF = cfg.CONF


def reboot(ports):
    events = []
    plugged = True
    return events, plugged
