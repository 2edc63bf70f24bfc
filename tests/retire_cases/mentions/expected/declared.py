import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush_before_read',
    options=['flush_before_read'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)
