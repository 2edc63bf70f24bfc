_COUNT = 3


def plug(port):
    for _ in range(_COUNT):
        port.announce()
