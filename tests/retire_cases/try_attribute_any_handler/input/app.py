import workarounds


def convert(guest):
    try:
        agent = guest.agent
    except Exception:
        return None
    if workarounds.enabled('fsync'):
        agent.sync()
    return guest


def close(guest):
    try:
        size = guest.size
    except:
        return None
    if workarounds.enabled('fsync'):
        guest.sync(size)
    return guest
