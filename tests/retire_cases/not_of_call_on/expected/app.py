from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, wanted):
    if wanted:
        disk.open()
    if wanted:
        disk.flush()
    disk.wait()
    if not wanted:
        disk.close()
    return disk.read()
