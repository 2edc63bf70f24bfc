import workarounds
from oslo_config import cfg

CONF = cfg.CONF


def send():
    for name in DECLARED:
        workarounds.enabled(name)  # workarounds: ignore=WA212 all of them
    CONF.one.retries
    CONF.two.retries
    CONF.agent.boot_delay
    CONF.three.retries
    CONF.four.retries
    CONF.five.retries
    CONF.workarounds.wait
    CONF.other.retries
