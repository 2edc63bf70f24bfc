import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='fsync', summary='Copies slowly.',
        bugs=['https://bugs.launchpad.net/nova/+bug/1350766'],
        fix=workarounds.NoFix('a test'),
        expires='4.0.0'),
]
