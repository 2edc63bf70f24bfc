"""Whatever a configuration object is called."""

import nova.conf
from oslo_config import cfg


def objects(self, conf, app):
    yield CONF.workarounds.flush_images
    yield conf.workarounds.flush_images
    yield cfg.CONF.workarounds.flush_images
    yield nova.conf.CONF.workarounds.flush_images
    yield self._conf.workarounds.flush_images
    yield self.config.workarounds.flush_images
    yield app.cfg.workarounds.flush_images
    yield self.driver.CONF.workarounds.flush_images
    yield self.nova_conf.workarounds.flush_images
    yield self.my_cfg.workarounds.flush_images
    yield self.Config.workarounds.flush_images
