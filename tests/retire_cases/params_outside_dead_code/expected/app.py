import workarounds


def announce(guest):
    return guest.read(workarounds.param('announce', 'count'))
