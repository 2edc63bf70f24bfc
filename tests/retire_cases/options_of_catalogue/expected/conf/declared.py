import workarounds

ANNOUNCE = workarounds.RemovedWorkaround(
    name='announce',
    options=['announce', 'announce_count', 'announce_interval'],
    removed_in='5.0.0',
    reason='it is no longer needed',
)
