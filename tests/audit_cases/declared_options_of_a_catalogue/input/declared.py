import workarounds
from another import options

DECLARATIONS = [
    workarounds.Workaround(
        name='flush', enabled_by=options.FLUSH, params=options.make(),
        expires='36.0.0',
    ),
    workarounds.Workaround(
        name='of_no_catalogue', disabled_by=options.OTHER, group='ipmi',
        expires='36.0.0',
    ),
]
