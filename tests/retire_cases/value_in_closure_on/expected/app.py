import workarounds


def plug(ports):
    kinds = workarounds.value('kinds')

    def wanted(port):
        return port.kind in kinds
    return [port for port in ports if wanted(port)]
