import workarounds

_ON = workarounds.enabled('fsync')


def convert(disk):
    if _ON:
        disk.flush()


def always(disk):
    globals().update(disk.names)
