import workarounds

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='slow',
        options=['slow'],
        removed_in='5.0.0',
        reason='it is no longer needed',
    ),
]
