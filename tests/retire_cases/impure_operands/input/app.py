import workarounds


def convert(disk, a, b):
    if a() and workarounds.enabled('fsync'):
        disk.flush(1)
    if a().b and workarounds.enabled('fsync'):
        disk.flush(2)
    if a[b()] and workarounds.enabled('fsync'):
        disk.flush(3)
    if a[b():1] and workarounds.enabled('fsync'):
        disk.flush(4)
    if a + b and workarounds.enabled('fsync'):
        disk.flush(5)
    if -a and workarounds.enabled('fsync'):
        disk.flush(6)
    if a ** 2 and workarounds.enabled('fsync'):
        disk.flush(7)
    if a < b() and workarounds.enabled('fsync'):
        disk.flush(8)
    if a < b < disk.probe() and workarounds.enabled('fsync'):
        disk.flush(9)
    if not a() and workarounds.enabled('fsync'):
        disk.flush(10)
    if (a() if b else disk) and workarounds.enabled('fsync'):
        disk.flush(11)
    if (a if b else disk()) and workarounds.enabled('fsync'):
        disk.flush(12)
    if [a()] and workarounds.enabled('fsync'):
        disk.flush(13)
    if (a, b()) and workarounds.enabled('fsync'):
        disk.flush(14)
    if {a: b()} and workarounds.enabled('fsync'):
        disk.flush(15)
    if [*a] and workarounds.enabled('fsync'):
        disk.flush(16)
    if {**a} and workarounds.enabled('fsync'):
        disk.flush(17)
    if f'{a}' and workarounds.enabled('fsync'):
        disk.flush(18)
    if 'a' f'{a}' and workarounds.enabled('fsync'):
        disk.flush(19)
    if [x for x in a] and workarounds.enabled('fsync'):
        disk.flush(20)
    if (lambda x=a(): x) and workarounds.enabled('fsync'):
        disk.flush(21)
    if (lambda *, x=a(): x) and workarounds.enabled('fsync'):
        disk.flush(22)
    if getattr(a, b) and workarounds.enabled('fsync'):
        disk.flush(23)
    if getattr(a(), 'b') and workarounds.enabled('fsync'):
        disk.flush(24)
    if getattr(a, 'b', disk()) and workarounds.enabled('fsync'):
        disk.flush(25)
    if getattr(*a, 'b') and workarounds.enabled('fsync'):
        disk.flush(26)
    if disk.getattr(b, 'c') and workarounds.enabled('fsync'):
        disk.flush(27)
    if setattr(disk, 'b', a) and workarounds.enabled('fsync'):
        disk.flush(28)
    if a[*b] and workarounds.enabled('fsync'):
        disk.flush(29)
    return disk.read()


async def wait(disk, a):
    if await a and workarounds.enabled('fsync'):
        disk.flush()
    return disk.read()


def parts(disk):
    if (yield disk.a) and workarounds.enabled('fsync'):
        disk.flush()
    if (yield from disk.parts) and workarounds.enabled('fsync'):
        disk.flush()
