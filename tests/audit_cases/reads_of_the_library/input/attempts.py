try:
    import workarounds
except ImportError:
    raise SystemExit


def attempted():
    return workarounds.enabled('flush')
