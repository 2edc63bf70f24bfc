from oslo_config import cfg

CONF = cfg.CONF


def convert(disk):
    if (
        disk.raw and
        # Only files can be flushed.
        disk.is_file
    ):
        disk.flush()
    if (disk.raw and
            disk.is_file):
        disk.wait()
    return disk.read()
