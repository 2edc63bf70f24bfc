from workarounds import NoFix, Workaround

FIX = NoFix('a test')

FLUSH = Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=NoFix('a test'),
    expires='35.0.0',
    enabled_by='do_flush',
)
