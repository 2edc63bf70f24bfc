import workarounds
from oslo_config import cfg

CONF = cfg.CONF


def send(command):
    if workarounds.enabled('retry_ipmi'):
        return [command] * CONF.ipmi.retries
    return [command]


def count():
    return CONF.ipmi.retries
