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
    workarounds.Workaround(
        name='flush_before_read',
        summary='Flushes before it reads.',
        bugs=['https://bugs.example.org/2'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
        disabled_by='dont_flush',
    ),
]
