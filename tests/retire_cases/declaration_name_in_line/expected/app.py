from workarounds import NoFix, RemovedWorkaround

FIX = NoFix('a test')

FLUSH = RemovedWorkaround(
    name='flush',
    options=['do_flush'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)
