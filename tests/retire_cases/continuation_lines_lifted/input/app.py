import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.run('a',
                 'b',  # the second
                 # the third
                 'c')
        disk.run(
            'a',
        )
        size = disk.a + \
            disk.b
        disk.grow(size)
    return disk.read()
