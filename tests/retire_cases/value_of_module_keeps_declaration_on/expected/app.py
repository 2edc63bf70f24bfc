import workarounds

_KINDS = workarounds.value('kinds')


def plug(port):
    if port.kind in _KINDS:
        port.refresh()
