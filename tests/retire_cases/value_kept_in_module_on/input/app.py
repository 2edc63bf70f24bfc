import workarounds

_COUNT = workarounds.param('announce', 'count')


def plug(port):
    if workarounds.enabled('announce'):
        for _ in range(_COUNT):
            port.announce()
