"""Nobody knows which it is."""

import workarounds

ANY = workarounds.enabled(input())
