import workarounds


def plug(port):
    kinds = workarounds.value('kinds')
    port.reload()
    return kinds or ['a']
