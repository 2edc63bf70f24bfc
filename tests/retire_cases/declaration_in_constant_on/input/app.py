import workarounds

FLUSH = workarounds.Workaround(
    name='flush_before_read',
    summary='Flushes before it reads.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    disabled_by='dont_flush',
)
workarounds.register(FLUSH)


def convert(disk):
    if workarounds.enabled('flush_before_read'):
        disk.flush()
    return disk.read()
