def convert(guest):
    try:
        guest.agent
    except AttributeError:
        return None
    return guest
