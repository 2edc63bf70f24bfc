from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    disk.probe(1)
    disk.probe(2)
    # The third.
    if not a:
        disk.probe(3)
    if a or b:
        disk.probe(4)
    if a and b:
        disk.probe(5)
    # The sixth.
    if a:
        if not b:
            disk.probe(6)
    disk.probe(7)
    disk.flush()
    disk.probe(8)
    if a:
        disk.probe(10)
    disk.probe(11)
    a.b == disk.probe(12)
    return disk.read()
