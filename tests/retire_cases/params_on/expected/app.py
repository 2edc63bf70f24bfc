from oslo_config import cfg

CONF = cfg.CONF


def announce(guest):
    for _ in range(3):
        guest.tell(pause=1)
    return guest
