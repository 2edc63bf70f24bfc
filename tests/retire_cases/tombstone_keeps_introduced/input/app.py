import workarounds

FIRST = '4.0.0'
COMMON = ['https://bugs.example.org/2']

DECLARATIONS = [
    workarounds.Workaround(
        name='flush',
        summary='Flushes.',
        bugs=COMMON,
        fix=workarounds.NoFix('a test'),
        introduced=[FIRST, '3.2.1'],
        expires='35.0.0',
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
