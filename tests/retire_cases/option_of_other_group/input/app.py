from oslo_config import cfg

CONF = cfg.CONF


def copy(disk):
    if CONF.libvirt.fsync:
        disk.wait()
    if CONF.fsync:
        disk.wait()
    return disk
