from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(guest, a):
    workarounds.param('announce', 'count')
    return guest.read()


def stays(guest, a):
    if CONF.workarounds.announce_count:
        guest.open()
    return [
        not workarounds.param('announce', 'count'),
        workarounds.param('announce', 'count') == 1,
        a if workarounds.param('announce', 'count') else guest,
        workarounds.param('announce', 'count') or a,
        bool(workarounds.param('announce', 'count')),
    ]
