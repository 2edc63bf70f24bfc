from oslo_config import cfg

CONF = cfg.CONF


def send(command):
    return [command]


def count():
    return 1
