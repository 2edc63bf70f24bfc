import workarounds


def bind(port):
    if workarounds.enabled('kinds'):
        port.wait()
    return port.bind()
