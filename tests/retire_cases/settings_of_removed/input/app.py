from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def convert(disk):
    if workarounds.value('gone') or CONF.workarounds.gone:
        disk.flush()
    if workarounds.enabled('gone'):
        disk.wait()
    return disk.read()
