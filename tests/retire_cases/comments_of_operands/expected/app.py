from oslo_config import cfg

CONF = cfg.CONF


def behind(disk, a, b):
    if (a and  # on a
            b):  # on b
        disk.open()
    if (a  # on a
            ):  # on all of it
        disk.check()
    if a:  # on a
        disk.close()
    return disk.read()


def above(disk, a, b):
    if (
        # on a
        a and
        # on b
        b
    ):
        disk.open()
    if a:
        disk.check()
    if (
        # on a
        a
    ):
        disk.close()
    return disk.read()


def before_operators(disk, a, b):
    if (a  # on a
            # on b
            and b):
        disk.open()
    if (a  # on a
            and b):
        disk.close()
    return disk.read()


def nested(disk, a, b):
    if (a and  # on a
            (
             # on b
             b)):
        disk.open()
    if ((a  # on a
         ) and  # on the workaround
            # on b
            b):
        disk.check()
    if (((a  # on a
          )  # on the workaround
         ) and b):
        disk.close()
    if (b and ((a  # on a
                ) and
               # on b
               b)):
        disk.grow()
    if (b

            # on a
            and a):
        disk.shrink()
    return disk.read()


def joined(disk, a, b):
    if (a or
            # on b
            b):
        disk.open()
    if (a
            or b):
        disk.check()
    if (
            # on b
            b and a):
        disk.close()
    if b and a:
        disk.grow()
    return disk.read()


def values(disk, a, b):
    first = (
             # on a
             a)
    second = (a < b  # on a and b
              )
    third = [a, (  # on b
                  b)]
    fourth = a
    return (
        first
    ), second, third, fourth
