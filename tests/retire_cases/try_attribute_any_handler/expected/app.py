def convert(guest):
    try:
        guest.agent
    except Exception:
        return None
    return guest


def close(guest):
    try:
        guest.size
    except:
        return None
    return guest
