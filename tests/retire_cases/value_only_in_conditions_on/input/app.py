import workarounds

_KINDS = workarounds.value('kinds')


def plug(port):
    wanted = not _KINDS
    if port.ok and _KINDS:
        port.refresh()
    return wanted, bool(_KINDS)
