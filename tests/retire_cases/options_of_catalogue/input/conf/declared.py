import workarounds
from another import opts

ANNOUNCE = workarounds.Workaround(
    name='announce',
    summary='Tells the switches where a guest is.',
    bugs=['https://bugs.example.org/1'],
    fix=workarounds.NoFix('a test'),
    expires='4.0.0',
    enabled_by=opts.ANNOUNCE,
    params=opts.make_params(),
)
