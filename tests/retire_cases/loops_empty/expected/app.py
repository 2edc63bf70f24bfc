from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, tries):
    disk.probe(1)
    disk.open()
    while disk.probe(2):
        pass
    while tries:
        tries -= 1
    for part in disk.parts:
        part.close()
    disk.grow()
    return disk.read()
