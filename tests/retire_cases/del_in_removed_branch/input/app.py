import workarounds

_ON = workarounds.enabled('fsync')


def convert(disk):
    if _ON:
        del disk
    return lambda: disk
