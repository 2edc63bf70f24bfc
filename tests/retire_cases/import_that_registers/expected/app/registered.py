FORMATS = {}


def sync(disk):
    disk.sync(FORMATS)


FORMATS['raw'] = sync
