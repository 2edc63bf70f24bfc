import workarounds

_KINDS = frozenset(workarounds.value('kinds'))


def plug(port):
    if port.kind in _KINDS:
        port.refresh()
