import workarounds

PREFIX = 'copy_'

DECLARATIONS = [
    workarounds.Workaround(
        name='slow', summary='Copies slowly.',
        bugs=['https://bugs.example.org/1'], fix=workarounds.NoFix('a test'),
        expires='4.0.0', enabled_by=PREFIX + 'slow'),
]
