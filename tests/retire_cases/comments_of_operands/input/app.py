from oslo_config import cfg

import workarounds

CONF = cfg.CONF


def behind(disk, a, b):
    if (a and  # on a
            CONF.workarounds.disable_sync and  # on the workaround
            b):  # on b
        disk.open()
    if (a or  # on a
            workarounds.enabled('nosync')):  # on all of it
        disk.check()
    if (CONF.workarounds.disable_sync and  # on the workaround
            a):  # on a
        disk.close()
    return disk.read()


def above(disk, a, b):
    if (
        # on a
        a and
        # on the workaround
        CONF.workarounds.disable_sync and
        # on b
        b
    ):
        disk.open()
    if (
        a
        # on the workaround
        or workarounds.enabled('nosync')
    ):
        disk.check()
    if (
        # on the workaround
        CONF.workarounds.disable_sync
        # on a
        and a
    ):
        disk.close()
    return disk.read()


def before_operators(disk, a, b):
    if (a  # on a
            # on the workaround
            and CONF.workarounds.disable_sync  # on it too
            # on b
            and b):
        disk.open()
    if (CONF.workarounds.disable_sync  # on the workaround
            and a  # on a
            and b):
        disk.close()
    return disk.read()


def nested(disk, a, b):
    if (a and  # on a
            (CONF.workarounds.disable_sync and  # on the workaround
             # on b
             b)):
        disk.open()
    if ((a and  # on a
         CONF.workarounds.disable_sync) and  # on the workaround
            # on b
            b):
        disk.check()
    if (((a  # on a
          or workarounds.enabled('nosync'))  # on the workaround
         or workarounds.enabled('nosync')) and b):
        disk.close()
    if (b and ((a or  # on a
                # on the workaround
                workarounds.enabled('nosync')) and
               # on b
               b)):
        disk.grow()
    if (b
            and CONF.workarounds.disable_sync  # on the workaround

            # on a
            and a):
        disk.shrink()
    return disk.read()


def joined(disk, a, b):
    if (a or
            (a or CONF.workarounds.disable_sync) and  # on the workaround
            # on b
            b):
        disk.open()
    if (a and CONF.workarounds.disable_sync  # on the workaround
            or b):
        disk.check()
    if ((a or CONF.workarounds.disable_sync) and  # on the workaround
            # on b
            b and a):
        disk.close()
    if ((a or CONF.workarounds.disable_sync) and
            b and a):
        disk.grow()
    return disk.read()


def values(disk, a, b):
    first = (CONF.workarounds.disable_sync and
             # on a
             a)
    second = (a < b  # on a and b
              and CONF.workarounds.disable_sync)
    third = [(CONF.workarounds.disable_sync  # on the workaround
              and a), (workarounds.enabled('nosync') or (  # on b
                  b))]
    fourth = (
        CONF.workarounds.disable_sync
        and a
    )
    return (
        first if CONF.workarounds.disable_sync  # on the workaround
        else disk
    ), second, third, fourth
