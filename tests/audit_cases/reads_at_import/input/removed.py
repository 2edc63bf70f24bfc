"""That it is gone says enough."""

import workarounds

GONE = workarounds.enabled('old_luks')
