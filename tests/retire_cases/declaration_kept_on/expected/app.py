import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush',
    options=['flush'],
    removed_in='5.0.0',
    reason='what it did is now always done',
)
