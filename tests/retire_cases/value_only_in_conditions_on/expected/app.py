def plug(port):
    wanted = False
    if port.ok:
        port.refresh()
    return wanted, True
