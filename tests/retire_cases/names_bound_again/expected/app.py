def f1(disk, a):
    x = False
    x = a
    if x:
        disk.flush()
    return disk.read()


def f2(disk, a):
    x = False
    x |= a
    if x:
        disk.flush()
    return disk.read()


def f3(disk, a):
    x = False
    x, y = a
    if x:
        disk.flush()
    return disk.read()


def f4(disk, a):
    x = False
    y = x = a
    if x:
        disk.flush()
    return disk.read()


def f5(disk, a):
    x = False
    for x in a:
        pass
    if x:
        disk.flush()
    return disk.read()


def f6(disk, a):
    x = False
    with a as x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f7(disk, a):
    x = False
    try:
        a()
    except OSError as x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f8(disk, a):
    x = False
    import json as x
    if x:
        disk.flush()
    return disk.read()


def f9(disk, a):
    x = False
    from json import dumps as x
    if x:
        disk.flush()
    return disk.read()


def f10(disk, a):
    x = False
    def x():
        pass
    if x:
        disk.flush()
    return disk.read()


def f11(disk, a):
    x = False
    class x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f12(disk, a):
    x = False
    disk.check(x := a)
    if x:
        disk.flush()
    return disk.read()


def f13(disk, a):
    x = False
    match a:
        case x:
            pass
    if x:
        disk.flush()
    return disk.read()


def f14(disk, a):
    x = False
    match a:
        case [1, *x]:
            pass
    if x:
        disk.flush()
    return disk.read()


def f15(disk, a):
    x = False
    match a:
        case {1: 2, **x}:
            pass
    if x:
        disk.flush()
    return disk.read()


def f16(disk, a):
    x = False
    match a:
        case 1 as x:
            pass
    if x:
        disk.flush()
    return disk.read()


def f17(disk, a):
    x = False
    [x := y for y in a]
    if x:
        disk.flush()
    return disk.read()


def f18(disk, a):
    x = False
    def inner():
        nonlocal x
        x = 1
    inner()
    if x:
        disk.flush()
    return disk.read()


def last(disk, a):
    x = False
    del x
    return disk.read()
