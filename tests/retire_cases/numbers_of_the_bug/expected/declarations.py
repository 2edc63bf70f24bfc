import workarounds

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='fsync',
        options=['fsync'],
        removed_in='5.0.0',
        reason='it is no longer needed',
    ),
]
