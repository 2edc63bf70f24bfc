import workarounds

_ON = workarounds.enabled('fsync')
_CACHE = None


def reset():
    if _ON:
        global _CACHE
    _CACHE = {}
    return _CACHE
