import workarounds

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='fsync',
        options=['fsync'],
        removed_in='5.0.0',
        reason='the fix is in pypi:pysaml2 7.1.0',
    ),
]
