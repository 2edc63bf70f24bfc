import workarounds


def announce(guest):
    if workarounds.enabled('announce'):
        guest.tell()
    return guest.read(workarounds.param('announce', 'count'))
