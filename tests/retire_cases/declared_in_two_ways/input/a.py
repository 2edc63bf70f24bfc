import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/1'],
    fix=workarounds.NoFix('a test'),
    expires='4.0.0',
    enabled_by='flush',
)


def convert(disk):
    if workarounds.enabled('flush'):
        disk.flush()
    return disk
