from oslo_config import cfg

import workarounds

CONF = cfg.CONF


class Options:
    name = 'fsync'

    def convert(self, disk):
        if workarounds.enabled(self.name + disk.name):
            disk.flush()
        return disk.read()


def convert(disk, key):
    if workarounds.param('announce', key):
        disk.open()
    if workarounds.param('announce', 'other'):
        disk.open()
    if workarounds.enabled('announce'):
        disk.flush()
    if getattr(CONF.workarounds, 'announce_' + key):
        disk.wait()
    return disk.read()
