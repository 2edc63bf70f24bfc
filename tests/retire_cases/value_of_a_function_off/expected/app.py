def plug(port):
    pass
