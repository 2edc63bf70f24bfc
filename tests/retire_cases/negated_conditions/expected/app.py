def convert(disk, a, b):
    if not a:
        disk.open(1)
    if a:
        disk.open(2)
    if a and b:
        disk.open(3)
    if a not in b:
        disk.open(4)
    if a  in b:
        disk.open(5)
    if a is not None:
        disk.open(6)
    if a is None:
        disk.open(7)
    if not (a == b):
        disk.open(8)
    if not (a < 3):
        disk.open(9)
    if not (1 < a.size < 3):
        disk.open(10)
    if not (a and b):
        disk.open(11)
    if not (a or b):
        disk.open(12)
    if not (a if b else disk):
        disk.open(13)
    if not a.b(3):
        disk.open(14)
    if not a + b:
        disk.open(15)
    if not (lambda: a):
        disk.open(16)
    if not (a := b.c):
        disk.open(17)
    return disk.read(a)
