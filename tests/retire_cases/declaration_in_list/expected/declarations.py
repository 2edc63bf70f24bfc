"""What is worked around."""

import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='first',
        summary='Comes first.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
    ),
    workarounds.RemovedWorkaround(
        name='flush_before_read',
        options=['dont_flush'],
        removed_in='5.0.0',
        reason='QEMU 2.2.0 has the fix.',
    ),
]
