import time

from oslo_config import cfg

import workarounds

CONF = cfg.CONF


class Driver:
    def announce_self(self, guest):
        """Tell the switches where the guest is."""
        guest.seen()
        if not workarounds.enabled('announce'):
            return

        # How often, and how long to wait between.
        count = workarounds.param('announce', 'count')
        pause = (
            CONF.workarounds.announce_interval)
        for _ in range(count):
            time.sleep(pause)
            guest.announce()

    def plug(self, guest):
        self.announce_self(guest)
        return guest
