def bind(port):
    port.wait()
    return port.bind()
