from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, wanted):
    if wanted and not CONF.workarounds.disable_sync:
        disk.open()
    if CONF.workarounds.disable_sync or wanted:
        disk.flush()
    if not (wanted and CONF.workarounds.disable_sync):
        disk.wait()
    if not (wanted or CONF.workarounds.disable_sync):
        disk.close()
    return disk.read()
