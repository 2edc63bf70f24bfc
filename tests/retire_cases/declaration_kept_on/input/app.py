import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
    expires='35.0.0',
)
