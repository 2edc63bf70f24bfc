from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    if (disk.probe(1) or True) and b:
        disk.open()
    if a and (disk.probe(2) or True):
        disk.open()
    disk.probe(3)
    disk.probe(4)
    disk.open()
    if b:
        disk.open()
    if (disk.probe(5) or True) and b:
        disk.open()
    if (a and disk.probe(6) and False) or b:
        disk.open()
    if ((a or disk.probe(7)) and False) or b:
        disk.open()
    if a or not (disk.probe(8) or True):
        disk.open()
    if b and a and (disk.probe(9) or True) and a:
        disk.open()
    disk.probe(10)
    disk.open()
    if ((a and disk.probe(11)) or True) and b:
        disk.open()
    return disk.read()
