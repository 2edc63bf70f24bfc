import workarounds

_ON = workarounds.enabled('fsync')
_STATE = 0


def bump():
    if not _ON:
        global _STATE
        _STATE = 1
    else:
        _STATE = 2
