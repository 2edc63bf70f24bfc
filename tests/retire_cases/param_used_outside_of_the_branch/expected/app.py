import workarounds

_COUNT = workarounds.param('announce', 'count')


def plug(port):
    for _ in range(_COUNT):
        port.ping()
