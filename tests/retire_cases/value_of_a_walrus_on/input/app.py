import workarounds


def plug(port):
    if kinds := workarounds.value('kinds'):
        port.refresh(kinds)
