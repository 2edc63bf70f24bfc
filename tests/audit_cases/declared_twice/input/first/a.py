"""Of several that live the first one counts."""

import workarounds

D = [
    workarounds.Workaround(name='own', enabled_by='first'),
    workarounds.Workaround(name='own', enabled_by='second'),
]
