import workarounds

FLUSHES = workarounds.enabled('fsync')
SIZE = 3
