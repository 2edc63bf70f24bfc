from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    skips: bool = CONF.workarounds.disable_sync
    flushes = not skips
    if not skips and disk.raw:
        disk.flush()
    while flushes and disk.busy:
        disk.wait()
    return disk.read()
