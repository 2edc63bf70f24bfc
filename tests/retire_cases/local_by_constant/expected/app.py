import workarounds

_ON = workarounds.enabled('fsync')
size = 3


def convert(disk):
    if _ON:
        size = disk.size
    return size
