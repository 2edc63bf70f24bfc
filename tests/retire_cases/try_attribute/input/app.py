import workarounds


def convert(guest):
    try:
        agent = guest.agent
    except AttributeError:
        return None
    if workarounds.enabled('fsync'):
        agent.sync()
    return guest
