from oslo_config import cfg

CONF = cfg.CONF


class Driver:
    def announce_self(self, guest):
        """Tell the switches where the guest is."""
        guest.seen()

    def plug(self, guest):
        self.announce_self(guest)
        return guest
