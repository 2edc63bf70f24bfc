from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if (
        disk.raw and
        not CONF.workarounds.disable_sync and  # bug 1392527
        # Only files can be flushed.
        disk.is_file
    ):
        disk.flush()
    if (disk.raw and
            disk.is_file and
            not CONF.workarounds.disable_sync):
        disk.wait()
    return disk.read()
