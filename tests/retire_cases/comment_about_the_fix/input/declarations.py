import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='fsync', summary='Copies slowly.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.PackageFix(component='pypi:pysaml2', version='7.1.0'),
        expires='4.0.0'),
]
