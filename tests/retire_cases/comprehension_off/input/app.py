import workarounds


def convert(disk, names):
    first = [name for name in names if workarounds.enabled('fsync')]
    second = [
        name for name in disk.names
        if name and workarounds.enabled('fsync')
    ]
    third = {name for name in names if workarounds.enabled('fsync')}
    fourth = {name: 1 for name in names if workarounds.enabled('fsync')}
    return first, second, third, fourth
