import workarounds
from oslo_config import cfg


def convert(testcase):
    cfg.CONF.workarounds.flush_images
    cfg.CONF.workarounds.flush_delay
    workarounds.param('flush', 'dealy')
    workarounds.enabled('of_no_catalogue')
    testcase.flags(flush_image=True, group='workarounds')
