import workarounds as w

FLUSH = w.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=w.NoFix('a test'),
    expires='35.0.0',
    enabled_by='do_flush',
)
