from oslo_utils import excutils


def convert(disks, name):
    try:
        disks.open(name)
    except Exception:
        with excutils.save_and_reraise_exception():
            disks[name]
