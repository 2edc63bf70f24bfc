from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def announce(guest):
    if workarounds.enabled('announce'):
        for _ in range(workarounds.param('announce', 'count')):
            guest.tell(pause=CONF.workarounds.announce_interval)
    return guest
