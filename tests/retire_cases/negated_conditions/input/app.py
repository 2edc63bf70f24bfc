import workarounds


def convert(disk, a, b):
    if a:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(1)
    if not a:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(2)
    if not (a and b):
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(3)
    if a in b:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(4)
    if a  not in b:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(5)
    if a is None:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(6)
    if a is not None:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(7)
    if a == b:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(8)
    if a < 3:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(9)
    if 1 < a.size < 3:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(10)
    if a and b:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(11)
    if (a or b):
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(12)
    if a if b else disk:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(13)
    if a.b(3):
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(14)
    if a + b:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(15)
    if lambda: a:
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(16)
    if (a := b.c):
        if workarounds.enabled('fsync'):
            disk.flush()
    else:
        disk.open(17)
    return disk.read(a)
