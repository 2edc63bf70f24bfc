import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush_before_read',
    options=['dont_flush'],
    removed_in='5.0.0',
    reason='It is always done now.',
)
workarounds.register(FLUSH)


def convert(disk):
    disk.flush()
    return disk.read()
