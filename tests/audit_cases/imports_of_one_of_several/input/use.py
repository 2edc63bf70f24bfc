import workarounds
from pkg.names import N

workarounds.enabled(N)
