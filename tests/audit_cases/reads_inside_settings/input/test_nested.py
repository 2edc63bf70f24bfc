import workarounds
from nova.conf import CONF


class Test(Base):
    def test_nested(self):
        self.flags(flush_images=workarounds.enabled('flush'),
                   group='workarounds')
        CONF.workarounds.flush_images = CONF.workarounds.disable_announce
        CONF.workarounds.flush_delay += workarounds.param('flush', 'delay')
