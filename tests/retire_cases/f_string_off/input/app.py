import workarounds


def tell(disk):
    first = f'{disk.name}: {"on" if workarounds.enabled("fsync") else "off"}'
    second = f'{workarounds.enabled("fsync")!s:>6} of {disk.name}'
    return first, second
