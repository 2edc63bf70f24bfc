import workarounds

FIRST = '4.0.0'
COMMON = ['https://bugs.example.org/2']

DECLARATIONS = [
    workarounds.RemovedWorkaround(
        name='flush',
        options=['flush'],
        introduced=['4.0.0', '3.2.1'],
        removed_in='5.0.0',
        reason='It was fixed.',
    ),
    workarounds.Workaround(
        name='flush_once',
        summary='Flushes.',
        bugs=COMMON,
        fix=workarounds.NoFix('a test'),
        introduced='4.0.0',
        expires='35.0.0',
    ),
]
