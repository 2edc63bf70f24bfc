import workarounds


def f1(disk, a):
    x = workarounds.enabled('fsync')
    x = a
    if x:
        disk.flush()
    return disk.read()


def f2(disk, a):
    x = workarounds.enabled('fsync')
    x |= a
    if x:
        disk.flush()
    return disk.read()


def f3(disk, a):
    x = workarounds.enabled('fsync')
    x, y = a
    if x:
        disk.flush()
    return disk.read()


def f4(disk, a):
    x = workarounds.enabled('fsync')
    y = x = a
    if x:
        disk.flush()
    return disk.read()


def f5(disk, a):
    x = workarounds.enabled('fsync')
    for x in a:
        pass
    if x:
        disk.flush()
    return disk.read()


def f6(disk, a):
    x = workarounds.enabled('fsync')
    with a as x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f7(disk, a):
    x = workarounds.enabled('fsync')
    try:
        a()
    except OSError as x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f8(disk, a):
    x = workarounds.enabled('fsync')
    import json as x
    if x:
        disk.flush()
    return disk.read()


def f9(disk, a):
    x = workarounds.enabled('fsync')
    from json import dumps as x
    if x:
        disk.flush()
    return disk.read()


def f10(disk, a):
    x = workarounds.enabled('fsync')
    def x():
        pass
    if x:
        disk.flush()
    return disk.read()


def f11(disk, a):
    x = workarounds.enabled('fsync')
    class x:
        pass
    if x:
        disk.flush()
    return disk.read()


def f12(disk, a):
    x = workarounds.enabled('fsync')
    disk.check(x := a)
    if x:
        disk.flush()
    return disk.read()


def f13(disk, a):
    x = workarounds.enabled('fsync')
    match a:
        case x:
            pass
    if x:
        disk.flush()
    return disk.read()


def f14(disk, a):
    x = workarounds.enabled('fsync')
    match a:
        case [1, *x]:
            pass
    if x:
        disk.flush()
    return disk.read()


def f15(disk, a):
    x = workarounds.enabled('fsync')
    match a:
        case {1: 2, **x}:
            pass
    if x:
        disk.flush()
    return disk.read()


def f16(disk, a):
    x = workarounds.enabled('fsync')
    match a:
        case 1 as x:
            pass
    if x:
        disk.flush()
    return disk.read()


def f17(disk, a):
    x = workarounds.enabled('fsync')
    [x := y for y in a]
    if x:
        disk.flush()
    return disk.read()


def f18(disk, a):
    x = workarounds.enabled('fsync')
    def inner():
        nonlocal x
        x = 1
    inner()
    if x:
        disk.flush()
    return disk.read()


def last(disk, a):
    x = workarounds.enabled('fsync')
    del x
    return disk.read()
