from oslo_utils import excutils

import workarounds


def convert(disks, name):
    try:
        disks.open(name)
    except Exception:
        with excutils.save_and_reraise_exception():
            disk = disks[name]
            if workarounds.enabled('fsync'):
                disk.sync()
