import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
)
