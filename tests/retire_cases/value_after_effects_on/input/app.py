import workarounds


def plug(port):
    kinds = workarounds.value('kinds')
    while port.wait() or kinds:
        port.reload()
