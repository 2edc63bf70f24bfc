import workarounds


def convert(disk):
    disk.log(f'{workarounds.enabled("fsync")=}')
    disk.log(f'{disk.raw or workarounds.enabled("fsync") = !r}')
    return disk.read(f'{False}')
