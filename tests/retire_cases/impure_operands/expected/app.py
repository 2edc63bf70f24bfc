def convert(disk, a, b):
    a()
    a().b
    a[b()]
    a[b():1]
    a + b
    -a
    a ** 2
    a < b()
    a < b < disk.probe()
    a()
    a() if b else disk
    a if b else disk()
    [a()]
    (a, b())
    {a: b()}
    [*a]
    {**a}
    f'{a}'
    'a' f'{a}'
    [x for x in a]
    lambda x=a(): x
    lambda *, x=a(): x
    getattr(a, b)
    getattr(a(), 'b')
    getattr(a, 'b', disk())
    getattr(*a, 'b')
    disk.getattr(b, 'c')
    setattr(disk, 'b', a)
    a[*b]
    return disk.read()


async def wait(disk, a):
    await a
    return disk.read()


def parts(disk):
    (yield disk.a)
    (yield from disk.parts)
