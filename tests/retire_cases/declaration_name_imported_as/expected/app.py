from workarounds import RemovedWorkaround

OLD = RemovedWorkaround(
    name='old',
    options=['old'],
    removed_in='3.0.0',
    reason='It was fixed.',
)

FLUSH = RemovedWorkaround(
    name='flush',
    options=['do_flush'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)
