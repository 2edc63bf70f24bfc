from oslo_config import cfg

CONF = cfg.CONF


def convert(disk, a, b):
    disk.open(1)
    if not a:
        disk.open(2)
    if b:
        disk.open(3)
    if not a:
        disk.open(4)
    if a:
        disk.open(5)
    if a and disk.probe(6):
        disk.open(6)
    disk.probe(7)
    if a():
        disk.open(8)
    if a == False:
        disk.open(9)
    if -disk.size:
        disk.open(10)
    return disk.read()
