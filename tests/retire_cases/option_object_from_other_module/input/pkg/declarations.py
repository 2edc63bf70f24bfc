import workarounds
from pkg.opts import slow

DECLARATIONS = [
    workarounds.Workaround(
        name='slow', summary='Copies slowly.',
        bugs=['https://bugs.example.org/1'], fix=workarounds.NoFix('a test'),
        expires='4.0.0', enabled_by=slow),
]
