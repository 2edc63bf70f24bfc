import workarounds as w

FLUSH = w.RemovedWorkaround(
    name='flush',
    options=['do_flush'],
    removed_in='5.0.0',
    reason='It was fixed.',
)
