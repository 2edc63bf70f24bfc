"""Of two that live, the first file has the one that counts."""

import workarounds

D = [workarounds.Workaround(name='own', enabled_by='first')]
