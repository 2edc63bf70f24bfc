import workarounds

_KINDS = workarounds.value('kinds')


def plug(port):
    if _KINDS:
        port.refresh()
    for kind in _KINDS:
        port.set(kind)
