import workarounds

workarounds.register(
    workarounds.Workaround(
        name='fsync',
        summary='Writes images to the disk before it converts them.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='4.0.0',
    )
)
