import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush',
    options=['flush'],
    removed_in='5.0.0',
    reason='the fix is in qemu 2.2.0',
)
