from workarounds import (
    RemovedWorkaround,
)

FLUSH = RemovedWorkaround(
    name='flush',
    options=['do_flush'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)
